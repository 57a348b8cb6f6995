import type { FetchInit } from '#connectors/_contract/connector.ts'
import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'
import type { Clock } from '#platform/clock.ts'
import {
  type Body,
  commentView,
  messageView,
  origin,
  type Person,
  postView,
  type Said,
  them,
  us,
} from './double-views.ts'

export const ourPassword = 'quatre mots bien secrets'
const token = 'jwt-of-morel'

export interface LemmyDouble extends NetworkDouble {
  /** Somebody writes to us alone. @returns the remote id */
  whisper(text: string): string
  /** What we wrote to people alone. */
  whispered(): { to: string; words: string }[]
  community: Body
  /** A post is kept at the head of the community. */
  pin(title: string, at: string): void
  /** It shows nothing to strangers any more. */
  close(): void
}

export function lemmyDouble(clock: Clock): LemmyDouble {
  const posts: Said[] = []
  const comments: Said[] = []
  const messages: Said[] = []
  const mentions = new Set<number>()
  let made = 100
  let isClosed = false
  const community: Body = {
    id: 3,
    name: 'menuiserie',
    actor_id: `${origin}/c/menuiserie`,
    removed: false,
    deleted: false,
    posting_restricted_to_mods: false,
  }

  function add(list: Said[], by: Person, more: Partial<Said>): Said {
    const id = ++made
    const said = {
      id,
      by,
      words: '',
      postId: id,
      path: `0.${id}`,
      deleted: false,
      at: clock.now().toISOString(),
      up: 0,
      ...more,
    }
    list.push(said)
    return said
  }

  const under = (postId: number, parent?: number): Partial<Said> => {
    const above = comments.find(({ id }) => id === parent)?.path ?? '0'
    return { postId, path: `${above}.${made + 1}` }
  }

  const seenPost = (said: Said) => postView(said, comments)
  const seenComment = (said: Said) => commentView(said, comments)

  function paged(list: Said[], query: URLSearchParams): Said[] {
    const limit = Number(query.get('limit') ?? 10)
    const start = (Number(query.get('page') ?? 1) - 1) * limit
    return list.toReversed().slice(start, start + limit)
  }

  const isAnswerToUs = ({ postId, path, by }: Said) => {
    const parent = comments.find(({ id }) => id === Number(path.split('.').at(-2)))
    const answered = parent ?? posts.find(({ id }) => id === postId)
    return by.id !== us.id && answered?.by.id === us.id
  }

  const routes: Record<string, (asked: URLSearchParams, json: Body) => Body | Response> = {
    'GET /api/v3/community': (query) =>
      ['menuiserie', 'menuiserie@lemmy.example'].includes(query.get('name') ?? '')
        ? { community_view: { community, banned_from_community: false } }
        : no('couldnt_find_community', 404),
    'POST /api/v3/post': (_, json) => {
      const post = add(posts, us, {
        title: String(json['name']),
        words: String(json['body'] ?? ''),
        ...(json['url'] ? { url: String(json['url']) } : {}),
        ...(json['alt_text'] ? { alt: String(json['alt_text']) } : {}),
      })
      return { post_view: seenPost(post) }
    },
    'POST /api/v3/comment': (_, json) => {
      const postId = Number(json['post_id'])
      if (!posts.some(({ id }) => id === postId)) return no('couldnt_find_post', 404)
      const parent = json['parent_id'] === undefined ? undefined : Number(json['parent_id'])
      const comment = add(comments, us, {
        words: String(json['content']),
        ...under(postId, parent),
      })
      return { comment_view: seenComment(comment), recipient_ids: [] }
    },
    'POST /api/v3/private_message': (_, json) => {
      if (json['recipient_id'] !== them.id) return no('couldnt_find_person', 404)
      const message = add(messages, us, { words: String(json['content']), to: them })
      return { private_message_view: messageView(message) }
    },
    'POST /api/v3/post/delete': (_, json) => erase(posts, json['post_id']),
    'POST /api/v3/comment/delete': (_, json) => erase(comments, json['comment_id']),
    'POST /api/v3/private_message/delete': (_, json) => erase(messages, json['private_message_id']),
    'POST /api/v3/user/logout': () => ({ success: true }),
    'GET /api/v3/user': (query) => ({
      person_view: { person: us, counts: { post_count: ours(posts).length } },
      posts: paged(ours(posts), query).map(seenPost),
      comments: paged(ours(comments), query).map(seenComment),
    }),
    'GET /api/v3/post': (query) => {
      const post = posts.find(({ id }) => id === Number(query.get('id')))
      return post ? { post_view: seenPost(post) } : no('couldnt_find_post', 404)
    },
    'GET /api/v3/user/replies': (query) => ({
      replies: paged(comments.filter(isAnswerToUs), query).map(seenComment),
    }),
    'GET /api/v3/user/mention': (query) => ({
      mentions: paged(
        comments.filter(({ id }) => mentions.has(id)),
        query,
      ).map(seenComment),
    }),
    'GET /api/v3/private_message/list': (query) => ({
      private_messages: paged(messages, query).map(messageView),
    }),
    'GET /api/v3/post/list': (query) => {
      if (!isKnown(query)) return no('couldnt_find_community', 404)
      const pinned = posts.filter(({ isPinned }) => isPinned)
      const page = paged(posts, query).map(seenPost)
      return { posts: query.get('page') === '1' ? [...pinned.map(seenPost), ...page] : page }
    },
    'GET /api/v3/comment/list': (query) =>
      isKnown(query)
        ? { comments: paged(comments, query).map(seenComment) }
        : no('couldnt_find_community', 404),
    'GET /api/v3/search': (query) => {
      const wanted = (query.get('q') ?? '').toLowerCase()
      const holds = ({ title = '', words }: Said) =>
        `${title} ${words}`.toLowerCase().includes(wanted)
      return {
        type_: 'All',
        posts: paged(posts.filter(holds), query).map(seenPost),
        comments: paged(comments.filter(holds), query).map(seenComment),
      }
    },
  }

  const isKnown = (query: URLSearchParams) => query.get('community_name') === 'menuiserie'

  const ours = (list: Said[]) => list.filter(({ by }) => by.id === us.id)

  function erase(list: Said[], id: unknown): Body | Response {
    const said = list.find((one) => one.id === id)
    if (!said) return no('couldnt_find_post', 404)
    said.deleted = true
    return { success: true }
  }

  function answer(url: URL, init: FetchInit): Response {
    const isUs = init.headers?.['authorization'] === `Bearer ${token}`
    const method = init.method ?? 'GET'
    if (url.origin !== origin) return new Response('<html>', { status: 404 })
    const json = typeof init.body === 'string' ? (JSON.parse(init.body) as Body) : {}
    const asked = `${method} ${url.pathname}`
    if (asked === 'POST /api/v3/user/login') {
      const isRight = json['password'] === ourPassword
      return isRight ? good({ jwt: token }) : no('incorrect_login', 401)
    }
    // A stranger is answered too, as a stranger.
    if (asked === 'GET /api/v3/site')
      return good(isUs ? { my_user: { local_user_view: { person: us } } } : { version: '0.19.11' })
    const isPublic = /\/(list|search)$/.test(url.pathname) && !isClosed
    if (!isUs && !isPublic) return no('not_logged_in', 401)
    if (asked === 'POST /pictrs/image')
      return good({ msg: 'ok', files: [{ file: `${++made}.png`, delete_token: 'x' }] })
    const said = routes[asked]?.(url.searchParams, json)
    if (!said) return no('not_found', 404)
    return said instanceof Response ? said : good(said)
  }

  return {
    community,
    pin: (title, at) => void add(posts, them, { title, at, isPinned: true }),
    close: () => void (isClosed = true),
    async fetch(address, init = {}) {
      const said = answer(new URL(address), init)
      said.headers.set('date', clock.now().toUTCString())
      return said
    },
    published: () => [
      ...ours(posts)
        .filter(({ deleted }) => !deleted)
        .map(({ id, title, words, url, alt }) => ({
          remoteId: `post:${id}`,
          text: [title, words].filter(Boolean).join('\n'),
          alts: url?.includes('/pictrs/') ? [alt ?? ''] : [],
        })),
      ...ours(comments)
        .filter(({ deleted }) => !deleted)
        .map(({ id, words, postId, path }) => {
          const parent = Number(path.split('.').at(-2))
          const replyTo = parent > 0 ? `comment:${parent}` : `post:${postId}`
          return { remoteId: `comment:${id}`, text: words, alts: [], replyTo }
        }),
    ],
    speak(text, about) {
      const [kind, id] = (about ?? '').split(':')
      const answered = comments.find((one) => kind === 'comment' && one.id === Number(id))
      const post = posts.find((one) => kind === 'post' && one.id === Number(id))
      const elsewhere = post?.id ?? answered?.postId ?? add(posts, them, { title: 'Ailleurs' }).id
      const comment = add(comments, them, { words: text, ...under(elsewhere, answered?.id) })
      if (about === null) mentions.add(comment.id)
      return `comment:${comment.id}`
    },
    whisper: (text) => `message:${add(messages, them, { words: text, to: us }).id}`,
    whispered: () => ours(messages).map(({ to, words }) => ({ to: to?.name ?? '', words })),
    like(remoteId) {
      const post = posts.find(({ id }) => remoteId === `post:${id}`)
      if (post) post.up++
    },
    appear: (text) => void add(posts, them, { title: text }),
  }
}

const good = (body: Body) => json(body, 200)
const no = (error: string, status = 400) => json({ error }, status)

const json = (body: Body, status: number) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
