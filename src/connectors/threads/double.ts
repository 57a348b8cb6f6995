import type { Clock } from '#platform/clock.ts'
import type { NetworkDouble, SeenPost } from '#connectors/_contract/suite/kit.ts'
import {
  type Asked,
  graphError,
  graphFetch,
  type GraphRoute,
  json,
  page,
} from '#connectors/_meta/double.ts'

export const goodCode = 'code-of-camille'
export const app = { appId: '990602627938098', appSecret: 'secret-of-the-app' }
const userId = '26000000000000001'
const us = 'ateliermorel'
const yanis = 'yanis_bois'

interface Container {
  form: Record<string, string>
  alts: string[]
  /** Looks at it until it is ready. */
  wait: number
  state: 'FINISHED' | 'PUBLISHED'
}

interface Post {
  id: string
  username: string
  text: string
  alts: string[]
  at: Date
  likes: number
  poll?: Record<string, string>
  replyTo?: string
  root?: string
}

export interface ThreadsDouble extends NetworkDouble {
  /** What each container was made of. */
  containersMade: Record<string, string>[]
  /** How many posts, and how many replies, count against the last 24 hours. */
  use(posts: number, replies: number): void
}

/**
 * A Threads profile in memory. Shapes are those of Meta's documentation (documentation/threads, read 2026-11-25): posts,
 * reference/publishing, reference/reply-management, threads-mentions, insights, create-posts/polls, troubleshooting,
 * get-started/{get-access-tokens-and-permissions,long-lived-tokens}.
 */
export function threadsDouble(clock: Clock): ThreadsDouble {
  const containers = new Map<string, Container>()
  const posts = new Map<string, Post>()
  const mentions: string[] = []
  const containersMade: Record<string, string>[] = []
  const tokens = new Set(['short-token'])
  let used = { posts: 0, replies: 0 }
  let made = 18_000_000_000

  const newest = (all: Iterable<Post>) =>
    [...all].reverse().toSorted((a, b) => b.at.getTime() - a.at.getTime())
  const ours = (isReply: boolean) =>
    newest(posts.values()).filter((one) => one.username === us && Boolean(one.replyTo) === isReply)
  const under = (id: string) => newest(posts.values()).filter(({ root }) => root === id)

  const routes: GraphRoute[] = [
    ['POST', /^\/oauth\/access_token$/, ({ params }) => shortToken(params)],
    ['GET', /^\/(?:refresh_)?access_token$/, ({ params }) => longToken(params)],
    ['GET', /^\/me$/, () => json(profile)],
    ['GET', /^\/26000000000000001\/threads_publishing_limit$/, () => json({ data: [limit()] })],
    ['GET', /^\/26000000000000001\/threads_insights$/, () => json(followers)],
    ['POST', /^\/26000000000000001\/threads$/, make],
    ['POST', /^\/26000000000000001\/threads_publish$/, publish],
    ['GET', /^\/26000000000000001\/threads$/, ({ params }) => list(ours(false), params)],
    ['GET', /^\/26000000000000001\/replies$/, ({ params }) => list(ours(true), params)],
    [
      'GET',
      /^\/26000000000000001\/mentions$/,
      ({ params }) => list(newest(mentions.flatMap((id) => posts.get(id) ?? [])), params),
    ],
    ['GET', /^\/(\d+)\/conversation$/, ({ id, params }) => list(under(id), params)],
    ['GET', /^\/(\d+)\/insights$/, ({ id }) => counts(id)],
    ['GET', /^\/(\d+)$/, show],
    [
      'DELETE',
      /^\/(\d+)$/,
      ({ id }) => (posts.delete(id) ? json({ success: true, deleted_id: id }) : gone()),
    ],
  ]

  const list = (found: Post[], params: URLSearchParams) => json(page(found.map(view), params))

  function longToken(params: URLSearchParams): Response {
    if (!tokens.has(params.get('access_token') ?? ''))
      return graphError(190, 'Invalid token', { status: 401 })
    const access_token = `long-token-${++made}`
    tokens.add(access_token)
    return json({ access_token, token_type: 'bearer', expires_in: 5_183_944 })
  }

  const limit = () => ({
    quota_usage: used.posts,
    config: { quota_total: 250, quota_duration: 86_400 },
    reply_quota_usage: used.replies,
    reply_config: { quota_total: 1000, quota_duration: 86_400 },
  })

  function make({ params }: Asked): Response {
    const form = Object.fromEntries(params)
    const kind = form['media_type']
    const address = form['image_url'] ?? form['video_url']
    if (kind === 'TEXT' && !form['text']) return graphError(100, 'The parameter text is required.')
    if ((kind === 'IMAGE' || kind === 'VIDEO') && !address?.startsWith('https:'))
      return graphError(100, 'The media could not be fetched from this URI.')
    if (form['poll_attachment'] && kind !== 'TEXT')
      return graphError(100, 'Polls are for text posts only')
    const children = form['children']?.split(',') ?? []
    const alts = children.flatMap((id) => containers.get(id)?.alts ?? [])
    if (address) alts.push(form['alt_text'] ?? '')
    containersMade.push(form)
    const id = String(++made)
    const wait = kind === 'VIDEO' || kind === 'CAROUSEL' ? 2 : 0
    containers.set(id, { form, alts, wait, state: 'FINISHED' })
    return json({ id })
  }

  function publish({ params }: Asked): Response {
    const container = containers.get(params.get('creation_id') ?? '')
    if (!container)
      return graphError(24, 'The requested resource does not exist', { subcode: 4_279_009 })
    if (container.state === 'PUBLISHED')
      return graphError(100, 'This container was published already')
    if (container.wait > 0) return graphError(24, 'Media not found', { subcode: 4_279_009 })
    container.state = 'PUBLISHED'
    const { form, alts } = container
    const id = add(us, form['text'] ?? '', form['reply_to_id'], alts)
    const poll = form['poll_attachment']
    const post = posts.get(id)
    if (post && poll) post.poll = JSON.parse(poll) as Record<string, string>
    return json({ id })
  }

  function add(username: string, text: string, replyTo?: string, alts: string[] = []): string {
    const id = String(++made)
    const answered = posts.get(replyTo ?? '')
    posts.set(id, {
      id,
      username,
      text,
      alts,
      at: clock.now(),
      likes: 0,
      ...(replyTo ? { replyTo, root: answered?.root ?? replyTo } : {}),
    })
    return id
  }

  function show({ id }: Asked): Response {
    const post = posts.get(id)
    if (post) return json(view(post))
    const container = containers.get(id)
    if (!container) return gone()
    if (container.wait === 0) return json({ id, status: container.state })
    container.wait--
    return json({ id, status: 'IN_PROGRESS' })
  }

  function counts(id: string): Response {
    const post = posts.get(id)
    if (!post) return gone()
    const told = { views: 40, likes: post.likes, replies: under(id).length, reposts: 0, quotes: 0 }
    const data = Object.entries(told).map(([name, value]) => ({
      name,
      period: 'lifetime',
      values: [{ value }],
    }))
    return json({ data })
  }

  const view = ({ id, username, text, alts, at, poll, replyTo, root }: Post) => ({
    id,
    username,
    ...(text === '' ? {} : { text }),
    timestamp: timeOf(at),
    permalink: `https://www.threads.com/@${username}/post/${id}`,
    media_type: alts.length > 1 ? 'CAROUSEL_ALBUM' : alts.length === 1 ? 'IMAGE' : 'TEXT_POST',
    has_replies: under(id).length > 0,
    is_reply_owned_by_me: Boolean(replyTo) && username === us,
    ...(alts.length > 1 ? { children: { data: alts.map((_, n) => ({ id: `${id}${n}` })) } } : {}),
    ...(replyTo ? { replied_to: { id: replyTo }, root_post: { id: root } } : {}),
    ...(poll
      ? { poll_attachment: { ...poll, ...votes, expiration_timestamp: timeOf(dayAfter(at)) } }
      : {}),
  })

  return {
    containersMade,
    use: (newPosts, replies) => void (used = { posts: newPosts, replies }),
    fetch: graphFetch({
      clock,
      routes,
      open: /^\/?$|access_token$/,
      isToken: (token) => tokens.has(token),
    }),
    published: () => [...posts.values()].filter(({ username }) => username === us).map(seen),
    speak(text, about) {
      const id = add(yanis, text, about ?? undefined)
      if (!about) mentions.push(id)
      return id
    },
    like(remoteId) {
      const liked = posts.get(remoteId)
      if (liked) liked.likes++
    },
  }
}

function shortToken(params: URLSearchParams): Response {
  return params.get('code') === goodCode && params.get('client_secret') === app.appSecret
    ? json({ access_token: 'short-token', user_id: userId })
    : graphError(100, 'Invalid verification code', { type: 'OAuthException' })
}

const profile = {
  id: userId,
  username: us,
  name: 'Atelier Morel',
  threads_profile_picture_url: 'https://scontent.example/morel.jpg',
}

const followers = {
  data: [{ name: 'followers_count', period: 'day', total_value: { value: 210 } }],
}

/** Two people of three chose the first. */
const votes = {
  option_a_votes_percentage: 0.67,
  option_b_votes_percentage: 0.33,
  total_votes: 3,
}

const gone = () =>
  graphError(100, 'Object with this ID does not exist, or cannot be loaded.', { subcode: 33 })

/** As the API writes a time: `2026-03-02T08:00:00+0000`. */
const timeOf = (at: Date) => at.toISOString().replace(/\.\d+Z$/, '+0000')
const dayAfter = (at: Date) => new Date(at.getTime() + 24 * 60 * 60_000)

const seen = ({ id, text, alts, replyTo }: Post): SeenPost => ({
  remoteId: id,
  text,
  alts,
  ...(replyTo ? { replyTo } : {}),
})
