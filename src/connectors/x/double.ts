import type { FetchInit } from '#connectors/_contract/connector.ts'
import type { NetworkDouble, SeenPost } from '#connectors/_contract/suite/kit.ts'
import type { Clock } from '#platform/clock.ts'
import { links } from './links.ts'

export const goodCode = 'code-of-morel'
export const app = { clientId: 'id-of-the-app', clientSecret: 'secret-of-the-app' }

const us = { id: '2244994945', name: 'Atelier Morel', username: 'ateliermorel' }
const yanis = { id: '783214', name: 'Yanis', username: 'yanis_bois' }
const snowflakeEpoch = 1_288_834_974_657n

interface Post {
  id: string
  text: string
  author: typeof us
  replyTo?: string
  media: string[]
  poll?: { options: string[]; duration_minutes: number }
  likes: number
}

type Body = Record<string, unknown>

interface Asked {
  url: URL
  init: FetchInit
  json: Body
  /** What the pattern of the path caught. */
  id: string
}

/**
 * X in memory. Answers have the shape of its description (docs.x.com/openapi.json 2.167) and of its guides
 * (x-api/media/quickstart/media-upload-chunked, x-api/fundamentals/response-codes-and-errors,
 * fundamentals/authentication/oauth-2-0/user-access-token), read 2026-11-25; the refusal of a duplicate is the one that
 * github.com/akrherz/iembot/issues/163 (2026-02-13) shows.
 */
export function xDouble(clock: Clock): NetworkDouble {
  const posts = new Map<string, Post>()
  const alts = new Map<string, string>()
  const access = new Set<string>()
  const refresh = new Set<string>()
  const converting = new Set<string>()
  let made = 0

  const routes: [method: string, path: RegExp, answer: (asked: Asked) => Response][] = [
    ['GET', /^\/2\/users\/me$/, () => json({ data: user(us) })],
    ['POST', /^\/2\/media\/upload$/, () => json({ data: { id: newId(), size: 1 } })],
    ['POST', /^\/2\/media\/upload\/initialize$/, () => json({ data: { id: newId() } })],
    ['POST', /^\/2\/media\/upload\/(\d+)\/append$/, () => json({ data: { expires_at: 0 } })],
    [
      'POST',
      /^\/2\/media\/upload\/(\d+)\/finalize$/,
      ({ id }) => {
        converting.add(id)
        return json({ data: { id, processing_info: { state: 'pending', check_after_secs: 0 } } })
      },
    ],
    ['GET', /^\/2\/media\/upload$/, ({ url }) => converted(url.searchParams.get('media_id') ?? '')],
    [
      'POST',
      /^\/2\/media\/metadata$/,
      ({ json: { id, metadata } }) => {
        alts.set(String(id), (metadata as { alt_text: { text: string } }).alt_text.text)
        return json({ data: { id } })
      },
    ],
    ['POST', /^\/2\/tweets$/, ({ json: body }) => post(body)],
    ['DELETE', /^\/2\/tweets\/(\d+)$/, ({ id }) => json({ data: { deleted: posts.delete(id) } })],
    ['GET', /^\/2\/tweets$/, ({ url }) => lookUp((url.searchParams.get('ids') ?? '').split(','))],
    ['GET', /^\/2\/tweets\/(\d+)$/, ({ id }) => one(id)],
    ['GET', /^\/2\/users\/2244994945\/tweets$/, ({ url }) => page(by(us), url)],
    ['GET', /^\/2\/users\/2244994945\/mentions$/, ({ url }) => page(by(yanis), url)],
  ]

  const user = (person: typeof us) => ({
    ...person,
    subscription_type: 'None',
    public_metrics: {
      followers_count: 12,
      following_count: 3,
      post_count: by(person).length,
      listed_count: 0,
    },
  })

  function newId(): string {
    const ms = BigInt(clock.now().getTime()) - snowflakeEpoch
    return String((ms << 22n) + BigInt(made++))
  }

  /** Newest first. */
  const by = (author: typeof us) =>
    [...posts.values()].filter((one) => one.author === author).toReversed()

  function token({ init }: Asked): Response {
    const form = new URLSearchParams(String(init.body))
    const keys = Buffer.from(`${app.clientId}:${app.clientSecret}`).toString('base64')
    if (init.headers?.['authorization'] !== `Basic ${keys}`) {
      return json({ error: 'unauthorized_client' }, 401)
    }
    const isGood =
      form.get('grant_type') === 'refresh_token'
        ? refresh.delete(form.get('refresh_token') ?? '')
        : form.get('code') === goodCode && form.has('code_verifier')
    if (!isGood) return json({ error: 'invalid_request' }, 400)
    const tokens = { access_token: `access-${++made}`, refresh_token: `refresh-${made}` }
    access.add(tokens.access_token)
    refresh.add(tokens.refresh_token)
    return json({ ...tokens, token_type: 'bearer', expires_in: 7200, scope: 'tweet.read' })
  }

  function revoke({ init }: Asked): Response {
    const gone = new URLSearchParams(String(init.body)).get('token') ?? ''
    access.delete(gone)
    refresh.delete(gone)
    return json({ revoked: true })
  }

  function converted(id: string): Response {
    converting.delete(id)
    return json({ data: { id, processing_info: { state: 'succeeded', progress_percent: 100 } } })
  }

  function post(body: Body): Response {
    const {
      text = '',
      media,
      poll,
      reply,
    } = body as {
      text?: string
      media?: { media_ids: string[] }
      poll?: Post['poll']
      reply?: { in_reply_to_tweet_id: string }
    }
    const replyTo = reply?.in_reply_to_tweet_id
    if (by(us).some((other) => other.text === text && other.replyTo === replyTo)) {
      const detail = 'You are not allowed to create a Tweet with duplicate content.'
      return json({ detail, type: 'about:blank', title: 'Forbidden', status: 403 }, 403)
    }
    const id = newId()
    posts.set(id, { id, text, author: us, replyTo, media: media?.media_ids ?? [], poll, likes: 0 })
    return json({ data: { id, text, edit_history_post_ids: [id] } }, 201)
  }

  function root(id: string): string {
    const answered = posts.get(id)?.replyTo
    return answered ? root(answered) : id
  }

  /** As X shows it: addresses shortened, the name of whom it answers before the words, HTML's own signs escaped. */
  function view(one: Post) {
    const answered = one.replyTo ? posts.get(one.replyTo) : undefined
    const urls: { start: number; end: number; url: string; expanded_url: string }[] = []
    let text = one.text
    for (const [n, { start, end, value }] of links(one.text).toReversed().entries()) {
      const url = `https://t.co/short${n}`
      text = text.slice(0, start) + url + text.slice(end)
      urls.push({ start, end: start + url.length, url, expanded_url: value })
    }
    text = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    if (answered && answered.author !== one.author) text = `@${answered.author.username} ${text}`
    return {
      id: one.id,
      text: one.media.length > 0 ? `${text} https://t.co/picture` : text,
      author_id: one.author.id,
      conversation_id: root(one.id),
      entities: { urls },
      ...(one.replyTo ? { referenced_posts: [{ type: 'replied_to', id: one.replyTo }] } : {}),
      ...(answered ? { in_reply_to_user_id: answered.author.id } : {}),
      attachments: {
        ...(one.media.length > 0 ? { media_keys: one.media.map((id) => `3_${id}`) } : {}),
        ...(one.poll ? { poll_ids: [`9${one.id}`] } : {}),
      },
      public_metrics: {
        repost_count: 0,
        reply_count: 0,
        like_count: one.likes,
        quote_count: 0,
        bookmark_count: 0,
        impression_count: 7,
      },
    }
  }

  function page(newestFirst: Post[], url: URL): Response {
    const since = Date.parse(url.searchParams.get('start_time') ?? '') || 0
    const from = Number(url.searchParams.get('pagination_token') ?? 0)
    const size = Number(url.searchParams.get('max_results'))
    const wanted = newestFirst.filter(({ id }) => instantOf(id) >= since)
    const shown = wanted.slice(from, from + size)
    const next = from + size < wanted.length ? { next_token: String(from + size) } : {}
    if (shown.length === 0) return json({ meta: { result_count: 0 } })
    return json({
      data: shown.map(view),
      includes: { users: [user(us), user(yanis)] },
      meta: { result_count: shown.length, ...next },
    })
  }

  function lookUp(ids: string[]): Response {
    const found = ids.flatMap((id) => posts.get(id) ?? [])
    const gone = ids.filter((id) => !posts.has(id)).map(notFound)
    return json({
      ...(found.length > 0 ? { data: found.map(view) } : {}),
      ...(gone.length > 0 ? { errors: gone } : {}),
    })
  }

  function one(id: string): Response {
    const found = posts.get(id)
    if (!found) return json({ errors: [notFound(id)] })
    const { poll } = found
    if (!poll) return json({ data: view(found) })
    const end = new Date(instantOf(id) + poll.duration_minutes * 60_000)
    const options = poll.options.map((label, n) => ({ position: n + 1, label, votes: n + 1 }))
    const polls = [
      {
        id: `9${id}`,
        options: options.toReversed(),
        end_datetime: end.toISOString(),
        voting_status: end > clock.now() ? 'open' : 'closed',
      },
    ]
    return json({ data: view(found), includes: { polls } })
  }

  return {
    fetch: async (address, init = {}) => {
      const url = new URL(address)
      const asked: Asked = { url, init, json: {}, id: '' }
      if (url.pathname === '/2/oauth2/token') return token(asked)
      if (url.pathname === '/2/oauth2/revoke') return revoke(asked)
      const bearer = init.headers?.['authorization']?.replace('Bearer ', '') ?? ''
      if (!access.has(bearer)) {
        return json({ title: 'Unauthorized', type: 'about:blank', status: 401 }, 401)
      }
      for (const [method, path, answer] of routes) {
        const match = path.exec(url.pathname)
        if (!match || method !== (init.method ?? 'GET')) continue
        const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Body) : {}
        return answer({ ...asked, json: body, id: match[1] ?? '' })
      }
      return json({ title: 'Not Found', status: 404 }, 404)
    },
    published: () => by(us).toReversed().map(seen),
    speak(text, about) {
      const id = newId()
      const words = about ? text : `@${us.username} ${text}`
      posts.set(id, {
        id,
        text: words,
        author: yanis,
        ...(about ? { replyTo: about } : {}),
        media: [],
        likes: 0,
      })
      return id
    },
    like(remoteId) {
      const liked = posts.get(remoteId)
      if (liked) liked.likes++
    },
  }

  function seen({ id, text, media, replyTo }: Post): SeenPost {
    const described = media.map((one) => alts.get(one) ?? '')
    return { remoteId: id, text, alts: described, replyTo }
  }
}

const instantOf = (id: string) => Number((BigInt(id) >> 22n) + snowflakeEpoch)

const notFound = (id: string) => ({
  resource_id: id,
  resource_type: 'tweet',
  title: 'Not Found Error',
  detail: `Could not find tweet with id: [${id}].`,
  type: 'https://api.x.com/2/problems/resource-not-found',
})

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  })
}
