import type { FetchInit } from '#connectors/_contract/connector.ts'
import { htmlToText } from '#connectors/_contract/html-text.ts'
import type { NetworkDouble, SeenPost } from '#connectors/_contract/suite/kit.ts'
import { answerOf, recordings } from '#connectors/_contract/suite/recorded.ts'
import type { Clock } from '#platform/clock.ts'

const heard = recordings(import.meta.dirname)

export const theirSite = 'https://atelier.example/journal'
export const goodLogin = { login: 'morel', password: 'abcd EFGH ijkl MNOP' }
const ourId = 2

interface Post {
  id: number
  status: string
  title: string
  content: string
  featured: number
  at: Date
}

interface Comment {
  id: number
  post: number
  parent: number
  author: number
  content: string
  at: Date
}

type Body = Record<string, unknown>

interface Asked {
  url: URL
  init: FetchInit
  json: Body
  /** The number in the path. */
  id: number
}

/**
 * A WordPress site in memory, in a sub-folder. Its answers are those recorded from WordPress 6.5
 * (`wordpress.real.test.ts`), with the facts of the moment in them.
 */
export function wordpressDouble(clock: Clock): NetworkDouble {
  const posts = new Map<number, Post>()
  const comments = new Map<number, Comment>()
  const media = new Map<number, string>()
  let isRevoked = false
  let made = 1

  const routes: [method: string, path: RegExp, answer: (asked: Asked) => Response][] = [
    ['GET', /^\/$/, () => filled('get-index', { home: theirSite })],
    ['GET', /^\/wp\/v2\/users\/me$/, () => filled('get-users-me', { id: ourId })],
    [
      'GET',
      /^\/wp\/v2\/users\/me\/application-passwords\/introspect$/,
      () => filled('get-users-me-application-passwords-introspect', {}),
    ],
    [
      'DELETE',
      /^\/wp\/v2\/users\/me\/application-passwords\/[0-9a-f-]+$/,
      () => {
        isRevoked = true
        return filled('delete-users-me-application-passwords-id', {})
      },
    ],
    ['GET', /^\/wp\/v2\/(?:tags|categories)$/, () => list([], new URLSearchParams())],
    ['POST', /^\/wp\/v2\/tags$/, ({ json }) => filled('post-tags', { id: ++made, ...json })],
    ['POST', /^\/wp\/v2\/media$/, ({ init }) => upload(init.body as FormData)],
    ['POST', /^\/wp\/v2\/posts$/, ({ json }) => write(json)],
    ['POST', /^\/wp\/v2\/posts\/(\d+)$/, ({ id, json }) => change(id, json)],
    ['GET', /^\/wp\/v2\/posts$/, ({ url }) => listPosts(url.searchParams)],
    ['DELETE', /^\/wp\/v2\/posts\/(\d+)$/, ({ id }) => trash(id)],
    ['POST', /^\/wp\/v2\/comments$/, ({ json }) => say(json)],
    ['GET', /^\/wp\/v2\/comments$/, ({ url }) => listComments(url.searchParams)],
  ]

  function upload(form: FormData): Response {
    media.set(++made, String(form.get('alt_text')))
    const file = (form.get('file') as File).name
    const source = `${theirSite}/wp-content/uploads/${file}`
    return filled('post-media', { id: made, alt_text: media.get(made), source_url: source })
  }

  function write({ title, content, status, featured_media: featured }: Body): Response {
    const id = ++made
    posts.set(id, {
      id,
      status: String(status),
      title: String(title),
      content: String(content),
      featured: Number(featured ?? 0),
      at: clock.now(),
    })
    return show('post-posts', id)
  }

  function change(id: number, { status }: Body): Response {
    const post = posts.get(id)
    if (!post) return says('delete-posts-id-410')
    Object.assign(post, { status, at: post.status === status ? post.at : clock.now() })
    return show('post-posts-id', id)
  }

  function trash(id: number): Response {
    const post = posts.get(id)
    if (!post || post.status === 'trash') return says('delete-posts-id-410')
    post.status = 'trash'
    return show('delete-posts-id', id)
  }

  function show(recorded: string, id: number): Response {
    const post = posts.get(id)
    return post ? filled(recorded, view(post)) : says('delete-posts-id-410')
  }

  const view = ({ id, status, title, content, at }: Post): Body => ({
    id,
    status,
    link: `${theirSite}/?p=${id}`,
    date_gmt: gmt(at),
    modified_gmt: gmt(at),
    title: { raw: title, rendered: title },
    content: { raw: content, rendered: content },
  })

  function listPosts(query: URLSearchParams): Response {
    const included = query.get('include')?.split(',').map(Number)
    const statuses = (query.get('status') ?? 'publish').split(',')
    const all = [...posts.values()].toReversed().filter(({ status }) => statuses.includes(status))
    const some = all.filter(({ id }) => included?.includes(id) ?? true)
    return list(some.map(view), query)
  }

  function say({ post, parent, content }: Body): Response {
    const same = [...comments.values()].some(
      (one) => one.post === post && one.parent === (parent ?? 0) && one.content === content,
    )
    if (same) return says('post-comments-409')
    const id = add(Number(post), Number(parent ?? 0), ourId, String(content))
    return filled('post-comments', viewComment(comments.get(id) as Comment))
  }

  function add(post: number, parent: number, author: number, content: string): number {
    comments.set(++made, { id: made, post, parent, author, content, at: clock.now() })
    return made
  }

  const viewComment = ({ id, post, parent, author, content, at }: Comment): Body => ({
    id,
    post,
    parent,
    author,
    author_name: author === ourId ? 'Morel' : 'Yanis',
    author_email: author === ourId ? 'morel@atelier.example' : 'yanis@autre.example',
    date: gmt(at),
    date_gmt: gmt(at),
    content: { raw: content, rendered: `<p>${content}</p>` },
    link: `${theirSite}/?p=${post}#comment-${id}`,
    status: 'approved',
  })

  function listComments(query: URLSearchParams): Response {
    const under = query.get('post')?.split(',').map(Number)
    const before = query.get('before')
    const fits = ({ post, parent, author, at }: Comment) =>
      (under?.includes(post) ?? true) &&
      String(parent) === (query.get('parent') ?? String(parent)) &&
      String(author) === (query.get('author') ?? String(author)) &&
      (before === null || gmt(at) < before)
    const newestFirst = [...comments.values()].toReversed().filter(fits)
    return list(newestFirst.map(viewComment), query)
  }

  /** WordPress lists nothing of drafts to strangers, and takes their reads for those of a stranger. */
  function stranger(url: URL): Response {
    return says(url.searchParams.has('status') ? 'get-posts-400' : 'get-users-me-401')
  }

  const known = `Basic ${Buffer.from(`${goodLogin.login}:${goodLogin.password}`).toString('base64')}`

  return {
    fetch: async (address, init = {}) => {
      const url = new URL(address)
      if (!url.href.startsWith(theirSite)) return new Response('', { status: 404 })
      const route = url.pathname.slice('/journal/wp-json'.length)
      const isPage = !url.pathname.startsWith('/journal/wp-json')
      const isKnown = init.headers?.['authorization'] === known && !isRevoked
      const said = isPage
        ? page()
        : isKnown || route === '/'
          ? answer(route, url, init)
          : stranger(url)
      said.headers.set('date', clock.now().toUTCString())
      return said
    },
    published: () => [...shownPosts(), ...ourComments()],
    speak(text, about) {
      const [, comment] = /^comment-(\d+)$/.exec(about ?? '') ?? []
      const parent = comments.get(Number(comment))
      // A site always has a first post to say something under.
      const post = parent?.post ?? Number(about ?? 1)
      return `comment-${add(post, parent?.id ?? 0, 0, text)}`
    },
  }

  function answer(route: string, url: URL, init: FetchInit): Response {
    for (const [method, path, reply] of routes) {
      const match = path.exec(route)
      if (!match || method !== (init.method ?? 'GET')) continue
      const json = typeof init.body === 'string' ? (JSON.parse(init.body) as Body) : {}
      return reply({ url, init, json, id: Number(match[1]) })
    }
    return new Response('{"code":"rest_no_route"}', { status: 404 })
  }

  function shownPosts(): SeenPost[] {
    const shown = [...posts.values()].filter(({ status }) => status === 'publish')
    return shown.map(({ id, title, content, featured }) => {
      const text = [title, content].map(htmlToText).filter((part) => part !== '')
      const inText = [...content.matchAll(/alt="([^"]*)"/g)].map(([, alt]) => htmlToText(alt ?? ''))
      const alts = [...(featured ? [media.get(featured) ?? ''] : []), ...inText]
      return { remoteId: String(id), text: text.join('\n\n'), alts }
    })
  }

  function ourComments(): SeenPost[] {
    const ours = [...comments.values()].filter(({ author }) => author === ourId)
    return ours.map(({ id, post, parent, content }) => ({
      remoteId: `comment-${id}`,
      text: htmlToText(content),
      alts: [],
      replyTo: parent ? `comment-${parent}` : String(post),
    }))
  }
}

function page(): Response {
  const link = `<${theirSite}/wp-json/>; rel="https://api.w.org/"`
  return new Response('<!DOCTYPE html>', { headers: { link, 'content-type': 'text/html' } })
}

const gmt = (at: Date) => at.toISOString().slice(0, 19)

const says = (recorded: string): Response => answerOf(heard(recorded))

function filled(name: string, facts: Body): Response {
  const recorded = heard(name)
  return answerOf(recorded, { ...(recorded.body as Body), ...facts })
}

function list(all: Body[], query: URLSearchParams): Response {
  const most = Number(query.get('per_page') ?? 10)
  const from = query.has('offset')
    ? Number(query.get('offset'))
    : (Number(query.get('page') ?? 1) - 1) * most
  const headers = { 'content-type': 'application/json', 'x-wp-total': String(all.length) }
  return answerOf({ status: 200, headers, body: all.slice(from, from + most) })
}
