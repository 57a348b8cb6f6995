import { z } from 'zod'
import type {
  Account,
  Heard,
  LiveAnswer,
  Stream,
  StreamBatch,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Failure, type Outcome } from '#connectors/_contract/failure.ts'
import { cannotStream, cutOf } from '#connectors/_contract/stream-failure.ts'
import { usualFailure } from '#connectors/_contract/usual-failure.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'
import { serverOf, tokenOf } from './account.ts'
import { call, callAs, network } from './server.ts'
import { foundOf, type Status, statusSchema } from './status.ts'
import { readEvents } from './stream-events.ts'

const hour = 3_600_000

/** Public posts as a server hears them, by its streaming API (docs.joinmastodon.org/methods/streaming, read 2026-11-26). */
export const stream: Stream = {
  account: 'needed',
  fields: [
    {
      name: 'tag',
      label: { en: 'Hashtag', fr: 'Mot-dièse' },
      hint: {
        en: 'Leave empty for every public post that the account’s server hears.',
        fr: 'Laissez vide pour toutes les publications publiques qui parviennent au serveur du compte.',
      },
      kind: 'text',
      placeholder: 'menuiserie',
      required: false,
    },
  ],
  help: {
    en: 'What the server of your account hears, as it hears it: one hashtag, or everything public. Each server hears a part of the fediverse; a server that does not stream is asked instead.',
    fr: 'Ce qui parvient au serveur de votre compte, à mesure : un mot-dièse, ou tout ce qui est public. Chaque serveur n’entend qu’une partie du fédivers ; un serveur qui ne diffuse pas est interrogé à la place.',
  },
  check: ({ tag = '' }) =>
    tagOf(tag) === '' || /^[\p{L}\p{N}\p{M}_·]+$/u.test(tagOf(tag))
      ? null
      : { field: 'tag', reason: oneWord },
  nameOf: ({ tag = '' }) => (tagOf(tag) ? `${network} · #${tagOf(tag)}` : `${network} · public`),
  open,
  read,
}

const settingsSchema = z.object({ tag: z.string().catch('') })

const tagOf = (written: string) => written.trim().replace(/^#/, '')

const tagIn = (settings: Record<string, unknown>) => tagOf(settingsSchema.parse(settings).tag)

/**
 * The stream has no memory: what was said while nobody listened is read from the timeline once it is open, so that the
 * two overlap.
 */
async function* open(
  tools: Tools,
  account: Account | null,
  settings: Record<string, unknown>,
  cursor: string | null,
  signal: AbortSignal,
): AsyncGenerator<StreamBatch, Failure, void> {
  if (!account) return { kind: 'auth', detail: 'streaming from Mastodon needs an account' }
  if (!tools.live) return cannotStream()
  let answer: LiveAnswer
  try {
    const address = await addressOf(tools, account, settings)
    answer = await tools.live.answer(address, {
      signal,
      headers: { authorization: `Bearer ${tokenOf(account)}`, accept: 'text/event-stream' },
      allowHttp: serverOf(account).startsWith('http:'),
    })
  } catch (error) {
    return cutOf(error)
  }
  try {
    const refused = await refusalOf(tools, answer)
    if (refused) return refused
    const past = await read(tools, account, settings, cursor)
    if (!past.ok) return past.failure
    yield { items: past.value.items, ...(past.value.cursor ? { cursor: past.value.cursor } : {}) }
    const events = readEvents()
    for (;;) {
      const text = await answer.next()
      if (text === null) return { kind: 'transient', detail: 'the server ended the stream' }
      const batch = events.feed(text)
      if (batch) yield batch
    }
  } catch (error) {
    return cutOf(error)
  } finally {
    answer.close()
  }
}

/** Some servers stream from a host of their own, which they tell (entities/Instance, configuration.urls.streaming). */
async function addressOf(
  tools: Tools,
  account: Account,
  settings: Record<string, unknown>,
): Promise<URL> {
  const server = serverOf(account)
  const told = await call(tools, server, { path: '/api/v2/instance' }, instanceSchema)
  const host = told.ok ? told.value.configuration?.urls?.streaming : undefined
  const origin = URL.parse(host?.replace(/^ws/, 'http') ?? '')?.origin ?? server
  const tag = tagIn(settings)
  const url = new URL(`/api/v1/streaming/${tag ? 'hashtag' : 'public'}`, origin)
  if (tag) url.searchParams.set('tag', tag)
  return url
}

const instanceSchema = z.object({
  configuration: z
    .object({ urls: z.object({ streaming: z.string().optional() }).optional() })
    .optional()
    .catch(undefined),
})

/** What the server answered instead of a stream. */
async function refusalOf(tools: Tools, answer: LiveAnswer): Promise<Failure | null> {
  const { status, headers } = answer
  const isStream = /^text\/event-stream\b/i.test(headers.get('content-type') ?? '')
  if (status === 200 && isStream) return null
  if (status === 200) return cannotStream(noStream)
  const text = (await answer.next()) ?? ''
  if (status < 500 && ![401, 408, 429].includes(status)) return cannotStream(noStream)
  return usualFailure({ status, headers, text }, { url: '' }, network, tools)
}

/** The same by asking: the timeline of the hashtag, or of the server. */
async function read(
  tools: Tools,
  account: Account,
  settings: Record<string, unknown>,
  cursor: string | null,
): Promise<Outcome<Heard>> {
  const tag = tagIn(settings)
  const timeline = tag ? `tag/${encodeURIComponent(tag)}` : 'public'
  const walked = await walkBack<Status>(
    {
      async page(older) {
        const query = new URLSearchParams({ limit: '40', ...(older ? { max_id: older } : {}) })
        const path = `/api/v1/timelines/${timeline}?${query}`
        const answer = await callAs(tools, account, { path }, z.array(statusSchema))
        if (!answer.ok) return answer
        const last = answer.value.at(-1)
        const goesOn = last !== undefined && last.id !== older
        return done({ items: answer.value, ...(goesOn ? { older: last.id } : {}) })
      },
      id: ({ id }) => id,
      at: ({ created_at: at }) => new Date(at),
      overlapMs: tag ? 6 * hour : hour / 4,
      maxPages: 5,
      // From now on: what was said before is a search’s business.
      firstReadMs: hour / 4,
    },
    cursor,
  )
  return walked.ok ? done({ ...walked.value, items: walked.value.items.map(foundOf) }) : walked
}

const oneWord = {
  en: 'Write one hashtag, without a space.',
  fr: 'Écrivez un seul mot-dièse, sans espace.',
}

const noStream = {
  en: 'This server does not stream.',
  fr: 'Ce serveur ne diffuse pas en direct.',
}
