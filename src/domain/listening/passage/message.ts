import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Found, Gone } from '#connectors/_contract/connector.ts'
import type { Outgoing } from '#platform/queue/queue.ts'
import { type Normalised, normalise } from '../mentions/normalise.ts'
import type { Source } from '../model.ts'
import type { Brought } from './brought.ts'

const origin = {
  v: z.literal(1),
  company: z.uuid(),
  source: z.uuid(),
  live: z.boolean(),
  /** Where it was said, when its source hears several networks: the connector's id. */
  network: z.string().exactOptional(),
}

const author = z.object({
  remoteId: z.string(),
  handle: z.string(),
  name: z.string(),
  avatarUrl: z.string().exactOptional(),
  profileUrl: z.string().exactOptional(),
  followers: z.number().exactOptional(),
})

const found = z.object({
  remoteId: z.string(),
  url: z.string(),
  author: author.exactOptional(),
  title: z.string().exactOptional(),
  text: z.string(),
  language: z.string().exactOptional(),
  images: z.number().exactOptional(),
  at: z.coerce.date(),
  reshareOf: z.string().exactOptional(),
  reshares: z.number().exactOptional(),
  holds: z.array(z.string()).exactOptional(),
})

/** One post by message, so that one that cannot be kept holds up no other; deletions come together. */
const message = z.discriminatedUnion('what', [
  z.object({ ...origin, what: z.literal('found'), post: found }),
  z.object({ ...origin, what: z.literal('changed'), post: found }),
  z.object({
    ...origin,
    what: z.literal('gone'),
    posts: z.array(z.string()),
    authors: z.array(z.string()),
    claimed: z.array(z.object({ post: z.string(), author: z.string() })),
  }),
])
export type Message = z.infer<typeof message>

/** Deletions in one message: a thousand addresses of a thousand letters would be too long a one. */
const GONE_AT_ONCE = 250

/** @returns the messages that say what a source brought, in its order */
export function write(brought: Brought, now: Date): Outgoing[] {
  const { source, live, items, changed, gone, network } = brought
  const where = network === undefined ? {} : { network }
  const from = { v: 1, company: source.companyId, source: source.id, live, ...where } as const
  const post = (what: 'found' | 'changed') => (one: Found) => {
    const item = normalise(one, now)
    const { canonicalUrl, remoteId, title, text } = item
    return outgoing(source.companyId, { ...from, what, post: foundAs(item) }, [
      ...placeOf(brought),
      ...Object.values(where),
      what,
      canonicalUrl,
      remoteId,
      title ?? '',
      text,
    ])
  }
  return [
    ...items.map(post('found')),
    ...changed.map(post('changed')),
    ...inPieces(gone.posts).map((posts) => goneAs(brought, { posts })),
    ...inPieces(gone.authors).map((authors) => goneAs(brought, { authors })),
    ...inPieces(gone.claimed ?? []).map((claimed) => goneAs(brought, { claimed })),
  ]
}

/** @returns what a message says; undefined when it is none that this version can read */
export function read(body: Uint8Array): Message | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    const parsed = message.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** @returns what a source brought, from the messages that say it */
export function broughtBy(source: Source, said: readonly Message[]): Brought {
  const [first] = said
  return {
    source: { ...source, connectorId: first?.network ?? source.connectorId },
    live: first?.live ?? false,
    items: said.flatMap((one) => (one.what === 'found' ? [one.post] : [])),
    changed: said.flatMap((one) => (one.what === 'changed' ? [one.post] : [])),
    gone: {
      posts: said.flatMap((one) => (one.what === 'gone' ? one.posts : [])),
      authors: said.flatMap((one) => (one.what === 'gone' ? one.authors : [])),
      claimed: said.flatMap((one) => (one.what === 'gone' ? one.claimed : [])),
    },
  }
}

function goneAs(brought: Brought, some: Partial<Gone>): Outgoing {
  const { source, live } = brought
  const from = { v: 1, company: source.companyId, source: source.id, live } as const
  const gone = { posts: [], authors: [], claimed: [], ...some }
  const identity = [...placeOf(brought), 'gone', JSON.stringify(gone)]
  return outgoing(source.companyId, { ...from, what: 'gone', ...gone }, identity)
}

/** What was asked for from its beginning once more is another reading: a new query must meet it again. */
const placeOf = ({ source }: Brought) => [source.companyId, source.id, `${source.lookBackWanted}`]

/**
 * @param identity what makes it the same message: the post by its canonical address and its words, as this source brings it
 */
function outgoing(topic: string, says: Message, identity: string[]): Outgoing {
  const digest = createHash('sha256').update(JSON.stringify(identity)).digest()
  const id = digest.subarray(0, 18).toString('base64url')
  return { id, topic, body: new TextEncoder().encode(JSON.stringify(says)) }
}

/** As it was brought, cleaned and cut: nothing is longer than what is kept. */
function foundAs({ canonicalUrl: _, author, title, language, images, ...rest }: Normalised): Found {
  return {
    ...rest,
    ...(author ? { author } : {}),
    ...(title === null ? {} : { title }),
    ...(language === null ? {} : { language }),
    ...(images === null ? {} : { images }),
  }
}

function inPieces<One>(ids: readonly One[]): One[][] {
  const pieces: One[][] = []
  for (let first = 0; first < ids.length; first += GONE_AT_ONCE) {
    pieces.push(ids.slice(first, first + GONE_AT_ONCE))
  }
  return pieces
}
