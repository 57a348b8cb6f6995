import type { FetchInit } from '#connectors/_contract/connector.ts'
import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'
import type { Clock } from '#platform/clock.ts'

/*
 * No Tumblr can run here: answers follow www.tumblr.com/docs/en/api/v2 (tumblr/docs, api.md) and its Neue Post Format
 * (npf-spec.md), read 2026-11-25.
 */

export const app = { consumerKey: 'key-of-morel', secretKey: 'secret-of-app' }
/** What Tumblr brings back when the person has allowed us. */
export const goodCode = 'code-of-morel'
const blog = {
  uuid: 't:morel',
  name: 'atelier-morel',
  title: 'Atelier Morel',
  url: 'https://atelier-morel.tumblr.com/',
  followers: 230,
}

type Body = Record<string, unknown>

interface Block {
  type: string
  text?: string
  alt_text?: string
}

interface Post {
  id_string: string
  timestamp: number
  content: Block[]
  tags: string
}

/** One blog. */
export function tumblrDouble(clock: Clock): NetworkDouble {
  const posts: Post[] = []
  const tokens = new Set<string>()
  const renewals = new Set<string>()
  let made = 0

  function token(form: URLSearchParams): Response {
    const isOurs = form.get('client_secret') === app.secretKey
    const isCode = form.get('code') === goodCode
    // A token that renews the access is used once.
    const isRenewal = renewals.delete(form.get('refresh_token') ?? '')
    if (!isOurs || (!isCode && !isRenewal)) return json({ error: 'invalid_grant' }, 401)
    const access_token = `access-${++made}-of-morel`
    const refresh_token = `refresh-${made}-of-morel`
    tokens.add(access_token)
    renewals.add(refresh_token)
    return json({ access_token, refresh_token, expires_in: 2520, token_type: 'bearer' })
  }

  function post({ content, tags }: { content: Block[]; tags?: string }): Response {
    const long = content.find(({ text }) => [...(text ?? '')].length > 4096)
    if (long) return no(400, 8001, 'Text block too long')
    const id_string = String(770_000_000_000_000_000n + BigInt(++made))
    const timestamp = Math.floor(clock.now().getTime() / 1000)
    posts.push({ id_string, timestamp, content, tags: tags ?? '' })
    return answered({ id: id_string }, 201)
  }

  function remove(id: unknown): Response {
    const index = posts.findIndex(({ id_string }) => id_string === id)
    if (index < 0) return no(404, 0, 'Not Found')
    posts.splice(index, 1)
    return answered({ id })
  }

  async function answer(url: URL, init: FetchInit): Promise<Response> {
    const { pathname, searchParams } = url
    if (pathname === '/v2/oauth2/token') return token(new URLSearchParams(String(init.body)))
    if (!tokens.has(init.headers?.['authorization']?.replace('Bearer ', '') ?? '')) {
      return no(401, 1016, 'Unauthorized')
    }
    if (pathname === '/v2/user/info') return answered({ user: { name: blog.name, blogs: [blog] } })
    const base = `/v2/blog/${encodeURIComponent(blog.uuid)}`
    if (pathname === `${base}/post/delete`) return remove((await jsonOf(init))['id'])
    if (pathname !== `${base}/posts`) return no(404, 0, 'Not Found')
    if (init.method === 'POST') return post(await jsonOf(init))
    const offset = Number(searchParams.get('offset') ?? 0)
    const limit = Number(searchParams.get('limit') ?? 20)
    return answered({ posts: posts.toReversed().slice(offset, offset + limit) })
  }

  return {
    async fetch(address, init = {}) {
      const said = await answer(new URL(address), init)
      said.headers.set('date', clock.now().toUTCString())
      return said
    },
    published: () =>
      posts.map(({ id_string, content }) => ({
        remoteId: id_string,
        text: content.flatMap(({ text }) => text ?? []).join('\n\n'),
        alts: content.filter(({ type }) => type === 'image').map(({ alt_text }) => alt_text ?? ''),
      })),
  }
}

/** The JSON of a request, alone or in the first part of a form. */
async function jsonOf({ body }: FetchInit): Promise<Body & Post> {
  const words = body instanceof Blob ? await body.text() : String(body)
  const [, part] =
    /name="json"\r\nContent-Type: application\/json\r\n\r\n(.*)\r\n/.exec(words) ?? []
  return JSON.parse(part ?? words)
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

const answered = (response: Body, status = 200) =>
  json({ meta: { status, msg: 'OK' }, response }, status)

const no = (status: number, code: number, title: string) =>
  json({ meta: { status, msg: title }, errors: [{ title, code }] }, status)
