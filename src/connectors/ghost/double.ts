import { createHmac } from 'node:crypto'
import type { FetchInit } from '#connectors/_contract/connector.ts'
import { htmlToText } from '#connectors/_contract/html-text.ts'
import type { NetworkDouble, SeenPost } from '#connectors/_contract/suite/kit.ts'
import { answerOf, recordings } from '#connectors/_contract/suite/recorded.ts'
import type { Clock } from '#platform/clock.ts'

const heard = recordings(import.meta.dirname)

export const theirSite = 'https://atelier.example/journal'
export const goodKey = `${'6b'.repeat(12)}:${'9e'.repeat(32)}`
const api = `${theirSite}/ghost/api/admin/`

type Body = Record<string, unknown>

interface Post extends Body {
  id: string
  title: string
  html: string
  status: string
  codeinjection_foot: string
  feature_image?: string
  feature_image_alt?: string
  at: Date
  liked: number
}

interface Comment {
  id: string
  html: string
  post: string
  at: Date
}

interface Asked {
  url: URL
  init: FetchInit
  post: Body
  id: string
}

/**
 * A Ghost site in memory, in a sub-folder. Its answers are those recorded from Ghost 6.65 (`ghost.real.test.ts`), with
 * the facts of the moment in them.
 */
export function ghostDouble(clock: Clock): NetworkDouble {
  const posts = new Map<string, Post>()
  const comments: Comment[] = []
  let made = 0

  const routes: [method: string, path: RegExp, answer: (asked: Asked) => Response][] = [
    ['GET', /^posts\/$/, ({ url }) => list(url.searchParams)],
    ['POST', /^posts\/$/, ({ post }) => write(post)],
    ['PUT', /^posts\/([0-9a-f]{24})\/$/, ({ id, post }) => change(id, post)],
    ['DELETE', /^posts\/([0-9a-f]{24})\/$/, ({ id }) => remove(id)],
    ['POST', /^images\/upload\/$/, ({ init }) => upload(init.body as FormData)],
    ['GET', /^comments\/$/, ({ url }) => listComments(url.searchParams)],
    ['GET', /^newsletters\/$/, () => answerOf(heard('get-newsletters'))],
    ['GET', /^members\/$/, () => answerOf(heard('get-members'))],
  ]

  function write(post: Body): Response {
    const id = (++made).toString(16).padStart(24, '0')
    posts.set(id, { ...(post as Post), id, at: clock.now(), liked: 0 })
    return show('post-posts', id)
  }

  function change(id: string, change: Body): Response {
    const post = posts.get(id)
    if (!post) return answerOf(heard('delete-posts-id-404'))
    Object.assign(post, { status: change['status'] })
    return show('put-posts-id', id)
  }

  function remove(id: string): Response {
    return posts.delete(id)
      ? new Response(null, { status: 204 })
      : answerOf(heard('delete-posts-id-404'))
  }

  function upload(form: FormData): Response {
    const file = (form.get('file') as File).name
    const url = `${theirSite}/content/images/${++made}-${file}`
    return answerOf(heard('post-images-upload'), { images: [{ url, ref: null }] })
  }

  function show(name: string, id: string): Response {
    const recorded = heard(name)
    const [model] = (recorded.body as { posts: Body[] }).posts
    const post = posts.get(id)
    return answerOf(recorded, { posts: [{ ...model, ...(post ? view(post) : {}) }] })
  }

  const view = ({ at, liked, ...post }: Post): Body => ({
    ...post,
    url: `${theirSite}/p/${post.id}/`,
    updated_at: at.toISOString(),
    published_at: post.status === 'published' ? at.toISOString() : null,
    count: { clicks: 0, positive_feedback: liked },
  })

  function list(query: URLSearchParams): Response {
    const filter = query.get('filter') ?? ''
    const ids = /^id:\[(.*)\]$/.exec(filter)?.[1]?.split(',')
    const since = /created_at:>='([^']*)'/.exec(filter)?.[1]
    const shown = [...posts.values()]
      .toReversed()
      .filter(
        ({ id, at, status }) =>
          (ids?.includes(id) ?? true) &&
          (since === undefined || at.toISOString().replace('T', ' ') >= since) &&
          (!filter.startsWith('status:') || status === 'published'),
      )
    const most = Number(query.get('limit') ?? 15)
    const from = (Number(query.get('page') ?? 1) - 1) * most
    const pagination = { total: shown.length }
    const headers = { 'content-type': 'application/json' }
    const body = { posts: shown.slice(from, from + most).map(view), meta: { pagination } }
    return answerOf({ status: 200, headers, body })
  }

  /** Everything but the facts of the moment is as it was recorded. */
  function listComments(query: URLSearchParams): Response {
    const recorded = heard('get-comments')
    const [model] = (recorded.body as { comments: Body[] }).comments
    const before = /created_at:<='([^']*)'/.exec(query.get('filter') ?? '')?.[1]
    const written = (at: Date) => at.toISOString().slice(0, 19).replace('T', ' ')
    const shown = comments
      .toReversed()
      .filter(({ at }) => before === undefined || written(at) <= before)
    const most = Number(query.get('limit') ?? 15)
    const from = (Number(query.get('page') ?? 1) - 1) * most
    const told = shown.slice(from, from + most).map(({ id, html, post, at }) => ({
      ...model,
      id,
      html,
      created_at: `${at.toISOString().slice(0, 19)}.000Z`,
      post: { ...(model?.['post'] as Body), id: post, url: `${theirSite}/p/${post}/` },
    }))
    return answerOf(recorded, { comments: told })
  }

  return {
    fetch: async (address, init = {}) => {
      const url = new URL(address)
      if (!url.href.startsWith(api)) return new Response('', { status: 404 })
      const path = `${url.origin}${url.pathname}`.slice(api.length)
      const said =
        path === 'site/' ? site() : isKnown(init) ? answer(path, url, init) : answerOf(stranger())
      said.headers.set('date', clock.now().toUTCString())
      return said
    },
    published: () => [...posts.values()].filter(({ status }) => status === 'published').map(seen),
    // A comment is always on a post: when it is about none of ours, on one that somebody else wrote.
    speak(text, about) {
      const id = (++made).toString(16).padStart(24, '0')
      const html = `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`
      comments.push({ id, html, post: about ?? 'f'.repeat(24), at: clock.now() })
      return id
    },
    like(remoteId) {
      const post = posts.get(remoteId)
      if (post) post.liked++
    },
  }

  function answer(path: string, url: URL, init: FetchInit): Response {
    for (const [method, pattern, reply] of routes) {
      const match = pattern.exec(path)
      if (!match || method !== (init.method ?? 'GET')) continue
      const said =
        typeof init.body === 'string' ? (JSON.parse(init.body) as { posts: Body[] }) : null
      return reply({ url, init, post: said?.posts[0] ?? {}, id: match[1] ?? '' })
    }
    return answerOf(heard('delete-posts-id-404'))
  }
}

const stranger = () => heard('get-posts-401')

function site(): Response {
  const recorded = heard('get-site')
  const { site: told } = recorded.body as { site: Body }
  return answerOf(recorded, { site: { ...told, url: `${theirSite}/` } })
}

/** Checked as Ghost does: the key that the token names, its signature, what it is for, five minutes at most. */
function isKnown({ headers }: FetchInit): boolean {
  const [, head = '', claims = '', signature] =
    /^Ghost ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(headers?.['authorization'] ?? '') ?? []
  const [id, secret = ''] = goodKey.split(':')
  const expected = createHmac('sha256', Buffer.from(secret, 'hex')).update(`${head}.${claims}`)
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Body
  if (signature !== expected.digest('base64url')) return false
  const { aud, iat, exp } = read(claims)
  return read(head)['kid'] === id && aud === '/admin/' && Number(exp) - Number(iat) <= 300
}

function seen({ id, title, html, feature_image, feature_image_alt }: Post): SeenPost {
  const text = [title, htmlToText(html)].filter((part) => part !== '').join('\n\n')
  const inText = [...html.matchAll(/alt="([^"]*)"/g)].map(([, alt]) => htmlToText(alt ?? ''))
  return {
    remoteId: id,
    text,
    alts: [...(feature_image ? [feature_image_alt ?? ''] : []), ...inText],
  }
}
