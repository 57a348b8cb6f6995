import type { FetchInit } from '#connectors/_contract/connector.ts'
import type { NetworkDouble, SeenPost } from '#connectors/_contract/suite/kit.ts'
import { answerOf, recordings } from '#connectors/_contract/suite/recorded.ts'
import type { Clock } from '#platform/clock.ts'
import { htmlOf } from './double-html.ts'

const heard = recordings(import.meta.dirname)

export const theirServer = 'https://mastodon.example'
/** What the server brings back when the person has allowed us. */
export const goodCode = 'code-of-morel'
const us = { id: '1', username: 'morel', acct: 'morel', display_name: 'Atelier Morel' }
const yanis = { id: '2', username: 'yanis', acct: 'yanis@autre.example', display_name: 'Yanis' }

interface Media {
  id: string
  description: string
  /** Looks at it until it is ready: Mastodon answers 202, then 206. */
  wait: number
}

interface Status {
  id: string
  account: typeof us
  text: string
  created_at: string
  spoiler_text: string
  visibility: string
  in_reply_to_id: string | null
  media: Media[]
  favourites_count: number
}

type Body = Record<string, unknown>

interface Asked {
  url: URL
  init: FetchInit
  form: URLSearchParams
  /** What the pattern of the path caught. */
  id: string
}

/**
 * A Mastodon server in memory. Answers have the shape of the recorded ones (snac 2.96); where Mastodon does
 * more, it is done as its documentation tells: idempotency keys, images worked on after their upload, HTML
 * of its own, paging by `max_id`.
 */
export function mastodonDouble(clock: Clock): NetworkDouble {
  const statuses = new Map<string, Status>()
  const media = new Map<string, Media>()
  const byKey = new Map<string, string>()
  const tokens = new Set<string>()
  let made = 0

  const routes: [method: string, path: RegExp, answer: (asked: Asked) => Response][] = [
    ['POST', /^\/api\/v1\/apps$/, () => filled('post-apps', {})],
    [
      'GET',
      /^\/\.well-known\/oauth-authorization-server$/,
      () => json({ code_challenge_methods_supported: ['S256'] }),
    ],
    ['POST', /^\/oauth\/token$/, ({ form }) => token(form)],
    [
      'POST',
      /^\/oauth\/revoke$/,
      ({ form }) => {
        tokens.delete(form.get('token') ?? '')
        return filled('post-oauth-revoke', {})
      },
    ],
    ['GET', /^\/api\/v[12]\/instance$/, () => json(instance)],
    [
      'GET',
      /^\/api\/v1\/accounts\/verify_credentials$/,
      () => filled('get-accounts-verify_credentials', { ...us, statuses_count: ours().length }),
    ],
    ['POST', /^\/api\/v2\/media$/, ({ init }) => upload(init.body as FormData)],
    ['GET', /^\/api\/v1\/media\/(.+)$/, ({ id }) => attachment(id)],
    [
      'POST',
      /^\/api\/v1\/statuses$/,
      ({ form, init }) => post(form, init.headers?.['idempotency-key'] ?? ''),
    ],
    ['GET', /^\/api\/v1\/statuses\/([^/]+)$/, ({ id }) => show(id)],
    [
      'DELETE',
      /^\/api\/v1\/statuses\/([^/]+)$/,
      ({ id }) => {
        const answer = show(id)
        statuses.delete(id)
        return answer
      },
    ],
    [
      'GET',
      /^\/api\/v1\/statuses\/([^/]+)\/context$/,
      ({ id }) => json({ ancestors: ancestors(id).map(view), descendants: [] }),
    ],
    ['GET', /^\/api\/v1\/accounts\/1\/statuses$/, ({ url }) => json(page(ours(), url).map(view))],
    ['GET', /^\/api\/v1\/timelines\/home$/, ({ url }) => json(page(all(), url).map(view))],
    ['GET', /^\/api\/v1\/notifications$/, ({ url }) => json(page(theirs(), url).map(mention))],
    [
      'GET',
      /^\/api\/v2\/search$/,
      ({ url }) => {
        const words = (url.searchParams.get('q') ?? '').toLowerCase()
        const found = all().filter(
          (status) =>
            status.text.toLowerCase().includes(words) ||
            view(status).url === url.searchParams.get('q'),
        )
        if (url.searchParams.get('type') === 'accounts') {
          const known = [us, yanis].filter(({ acct }) => acct.startsWith(words))
          return json({ accounts: known, hashtags: [], statuses: [] })
        }
        return json({ accounts: [], hashtags: [], statuses: page(found, url).map(view) })
      },
    ],
  ]
  const isOpen = (path: string) =>
    /^\/(oauth|\.well-known|api\/v1\/apps|api\/v.\/instance)/.test(path)

  const all = () => [...statuses.values()].toReversed()
  const ours = () => all().filter((status) => status.account === us)
  const theirs = () => all().filter((status) => status.account !== us)

  function token(form: URLSearchParams): Response {
    if (form.get('code') !== goodCode || !form.get('code_verifier')) {
      return json({ error: 'invalid_grant' }, 400)
    }
    const access = `token-${++made}-of-morel`
    tokens.add(access)
    return filled('post-oauth-token', { access_token: access })
  }

  function upload(form: FormData): Response {
    const one = { id: String(++made), description: String(form.get('description') ?? ''), wait: 0 }
    // Every second image takes its time.
    if (media.size % 2 === 1) one.wait = 2
    media.set(one.id, one)
    return attachment(one.id, 202)
  }

  function attachment(id: string, whileWorking = 206): Response {
    const one = media.get(id)
    if (!one) return json({ error: 'Record not found' }, 404)
    if (one.wait === 0) return filled('post-media', { id, description: one.description })
    one.wait--
    return json({ ...(heard('post-media').body as Body), id, url: null }, whileWorking)
  }

  function post(form: URLSearchParams, key: string): Response {
    const known = byKey.get(key)
    if (known) return show(known)
    const text = form.get('status') ?? ''
    if (text.length > 500) return json({ error: tooLong }, 422)
    const attached = form.getAll('media_ids[]').flatMap((id) => media.get(id) ?? [])
    const status = add(us, text, form.get('in_reply_to_id'), attached)
    status.spoiler_text = form.get('spoiler_text') ?? ''
    status.visibility = form.get('visibility') ?? 'public'
    byKey.set(key, status.id)
    return show(status.id)
  }

  function add(account: typeof us, text: string, replyTo: string | null, attached: Media[] = []) {
    const status: Status = {
      id: String(116_000_000 + ++made),
      account,
      text,
      created_at: clock.now().toISOString(),
      spoiler_text: '',
      visibility: 'public',
      in_reply_to_id: replyTo,
      media: attached,
      favourites_count: 0,
    }
    statuses.set(status.id, status)
    return status
  }

  function show(id: string): Response {
    const status = statuses.get(id)
    return status ? json(view(status)) : json({ error: 'Record not found' }, 404)
  }

  function ancestors(id: string): Status[] {
    const parent = statuses.get(statuses.get(id)?.in_reply_to_id ?? '')
    return parent ? [...ancestors(parent.id), parent] : []
  }

  function view(status: Status): Body {
    const { text, media: attached, ...told } = status
    const url = `${theirServer}/@${status.account.username}/${status.id}`
    return {
      ...(heard('post-statuses').body as Body),
      ...told,
      account: { ...status.account, url: `${theirServer}/@${status.account.username}` },
      url,
      uri: url,
      content: htmlOf(text),
      in_reply_to_account_id: statuses.get(status.in_reply_to_id ?? '')?.account.id ?? null,
      media_attachments: attached.map(({ id, description }) => ({ id, description })),
    }
  }

  const mention = (status: Status) => ({
    id: status.id,
    type: 'mention',
    created_at: status.created_at,
    status: view(status),
  })

  return {
    fetch: async (address, init = {}) => {
      const url = new URL(address)
      const bearer = init.headers?.['authorization']?.replace('Bearer ', '') ?? ''
      if (!isOpen(url.pathname) && !tokens.has(bearer)) {
        return json({ error: 'The access token is invalid' }, 401)
      }
      for (const [method, path, answer] of routes) {
        const match = path.exec(url.pathname)
        if (!match || method !== (init.method ?? 'GET')) continue
        const form = new URLSearchParams(typeof init.body === 'string' ? init.body : '')
        const said = answer({ url, init, form, id: match[1] ?? '' })
        said.headers.set('date', clock.now().toUTCString())
        return said
      }
      return json({ error: 'Not found' }, 404)
    },
    published: () => ours().toReversed().map(seen),
    speak(text, about) {
      return add(yanis, `@morel ${text}`, about).id
    },
    like(remoteId) {
      const status = statuses.get(remoteId)
      if (status) status.favourites_count++
    },
    appear: (text) => void add(yanis, text, null),
  }
}

const tooLong = 'Validation failed: Text character limit of 500 exceeded'

const instance = {
  configuration: {
    statuses: { max_characters: 500, max_media_attachments: 4, characters_reserved_per_url: 23 },
    media_attachments: { image_size_limit: 16_777_216, description_limit: 1500 },
  },
}

function json(body: unknown, status = 200): Response {
  return answerOf({ status, headers: { 'content-type': 'application/json' }, body })
}

function filled(name: string, facts: Body): Response {
  const recorded = heard(name)
  return answerOf(recorded, { ...(recorded.body as Body), ...facts })
}

function page(newestFirst: Status[], url: URL): Status[] {
  const limit = Math.min(Number(url.searchParams.get('limit') ?? 20), 40)
  const max = Number(url.searchParams.get('max_id') ?? Number.POSITIVE_INFINITY)
  return newestFirst.filter(({ id }) => Number(id) < max).slice(0, limit)
}

function seen({ id, text, media, in_reply_to_id }: Status): SeenPost {
  const alts = media.map(({ description }) => description)
  return { remoteId: id, text, alts, replyTo: in_reply_to_id ?? undefined }
}
