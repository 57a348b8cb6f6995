import { graphemes } from '#connectors/_contract/graphemes.ts'
import type { FetchInit } from '#connectors/_contract/connector.ts'
import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'
import type { Clock } from '#platform/clock.ts'
import type { Post } from './api.ts'

export const ours = { handle: 'atelier.morel', password: 'chêne massif' }

interface Kept extends Post {
  alts: string[]
  likes: number
}

interface Asked {
  url: URL
  body: Record<string, unknown>
  key: string | undefined
  token: string
}

/** The practice network in memory: the same answers as `src/sandbox`, without its people. */
export function sandboxDouble(clock: Clock): NetworkDouble {
  const posts: Kept[] = []
  const tokens = new Set<string>()
  let made = 0
  /** Set where the account plays another network: whatever fits is taken. */
  let plays: string | undefined

  const add = (text: string, by: 'us' | 'yanis', more: Partial<Kept> = {}): Kept => {
    const id = `post-${++made}`
    const at = new Date(clock.now().getTime() + made).toISOString()
    const author = { id: by, handle: by === 'us' ? ours.handle : 'yanis', name: by }
    const bare = {
      language: null,
      images: [],
      replyTo: null,
      rootId: null,
      calls: false,
      alts: [],
      likes: 0,
    }
    const post: Kept = {
      ...bare,
      id,
      url: `http://desk.example/@${author.handle}/${id}`,
      at,
      text,
      author,
      ...more,
    }
    posts.push(post)
    return post
  }

  const parentOf = (id: unknown) => {
    const parent = posts.find((post) => post.id === id)
    return parent ? { replyTo: parent.id, rootId: parent.rootId ?? parent.id } : {}
  }

  const routes: Record<string, (asked: Asked) => Response> = {
    'POST /sessions': ({ body }) => {
      if (body['password'] !== ours.password) return refusal(401, 'wrong_password')
      plays = body['plays'] as string | undefined
      const token = `practice_${++made}`
      tokens.add(token)
      return Response.json({ token, account: account() }, { status: 201 })
    },
    'DELETE /sessions': ({ token }) => {
      tokens.delete(token)
      return Response.json({})
    },
    'GET /account': () => Response.json(account()),
    'POST /media': () => Response.json({ id: `image-${++made}`, width: 1, height: 1 }),
    'POST /posts': ({ body, key }) => {
      const earlier = posts.find((post) => post.key === key)
      if (earlier) return Response.json(earlier)
      const text = String(body['text'])
      if (!plays && graphemes(text) > 300) return refusal(422, 'text_too_long')
      const images = body['images'] as { alt: string }[]
      const alts = images.map(({ alt }) => alt)
      const post = add(text, 'us', {
        images,
        alts,
        ...(key ? { key } : {}),
        ...parentOf(body['replyTo']),
      })
      return Response.json(post, { status: 201 })
    },
    'GET /posts': ({ url }) => {
      const [, , id] = url.pathname.split('/')
      if (id === undefined) return list(posts.filter(isOurs), url)
      const post = posts.find((one) => one.id === id)
      return post ? Response.json(post) : refusal(404, 'not_found')
    },
    'DELETE /posts': ({ url }) => {
      const at = posts.findIndex((post) => url.pathname.endsWith(post.id))
      if (at < 0) return refusal(404, 'not_found')
      posts.splice(at, 1)
      return Response.json({})
    },
    'GET /counts': ({ url }) => {
      const ids = (url.searchParams.get('ids') ?? '').split(',')
      const counted = posts.filter((post) => ids.includes(post.id))
      return Response.json(Object.fromEntries(counted.map((post) => [post.id, countsOf(post)])))
    },
    'GET /notifications': ({ url }) =>
      list(
        posts.filter((post) => !isOurs(post)),
        url,
      ),
    'GET /people': ({ url }) => {
      const begins = url.searchParams.get('q') ?? ''
      const known = ['us', 'yanis'].map((id) => ({ id, handle: id, name: id }))
      return Response.json({ people: known.filter(({ handle }) => handle.startsWith(begins)) })
    },
    'GET /search': ({ url }) => {
      const words = (url.searchParams.get('q') ?? '').toLowerCase()
      return list(
        posts.filter((post) => !isOurs(post) && post.text.toLowerCase().includes(words)),
        url,
      )
    },
  }

  const account = () => ({
    id: 'account-1',
    handle: plays ? `${ours.handle}@${plays}` : ours.handle,
    name: 'Atelier Morel',
    url: `http://desk.example/@${ours.handle}`,
    network: 'Place',
    limits: { textMax: 300, imagesMax: 4 },
    followers: 600,
    posts: posts.filter(isOurs).length,
  })

  const countsOf = ({ id, likes }: Kept) => {
    const replies = posts.filter((post) => post.rootId === id && !isOurs(post)).length
    return { likes, reshares: 0, replies, views: likes }
  }

  return {
    fetch: async (address, init = {}) => {
      const asked = read(new URL(address), init)
      const [, first = ''] = asked.url.pathname.split('/')
      const route = `${init.method ?? 'GET'} /${first}`
      if (route !== 'POST /sessions' && !tokens.has(asked.token))
        return refusal(401, 'invalid_token')
      return routes[route]?.(asked) ?? refusal(404, 'not_found')
    },
    published: () =>
      posts.filter(isOurs).map(({ id, text, alts, replyTo }) => ({
        remoteId: id,
        text,
        alts,
        ...(replyTo ? { replyTo } : {}),
      })),
    speak: (text, about) => add(text, 'yanis', about ? parentOf(about) : { calls: true }).id,
    like(remoteId) {
      const post = posts.find(({ id }) => id === remoteId)
      if (post) post.likes++
    },
    appear: (text) => void add(text, 'yanis'),
  }
}

const isOurs = (post: Kept) => post.author.id === 'us'

const refusal = (status: number, error: string) =>
  Response.json({ error, message: error }, { status })

/** Newest first, `older` being the number of posts already given. */
function list(found: Kept[], url: URL): Response {
  const start = Number(url.searchParams.get('older') ?? 0)
  const end = start + Number(url.searchParams.get('limit') ?? 40)
  const items = found.toReversed().slice(start, end)
  return Response.json({ items, ...(end < found.length ? { older: String(end) } : {}) })
}

function read(url: URL, init: FetchInit): Asked {
  const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Asked['body']) : {}
  const token = (init.headers?.['authorization'] ?? '').replace('Bearer ', '')
  return { url, body, key: init.headers?.['idempotency-key'], token }
}
