import { z } from 'zod'
import { parseJson, type Reply, send } from '#connectors/_contract/ask.ts'
import type { Found, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { refusedBy } from '#connectors/_contract/refusals.ts'
import { usualFailure, waitUntil } from '#connectors/_contract/usual-failure.ts'
import type { BackPage } from '#connectors/_contract/walk-back.ts'
import { foundOf } from './article.ts'

const network = 'GDELT'
const minute = 60_000

/** The most that one answer holds (GDELT DOC 2.0 API, MAXRECORDS, read 2026-11-26). */
const perPage = 250

/**
 * GDELT answers “Please limit requests to one every 5 seconds”, and others were refused at 5 and 6.5 seconds (what people
 * who measured it wrote, read 2026-11-26): its clock is not ours.
 */
const gapMs = 8_000

/** Its answers take up to a quarter of a minute when it is busy, and one waits for one's turn before. */
const timeoutMs = 45_000

/** Asked again too soon, it goes on refusing for several minutes. */
const restMs = 15 * minute

/** Shorter, a word is refused; longer than this, a phrase is (“Your query was too short or too long”). */
const shortest = 3
const longest = 200

/**
 * One page of the articles that hold a word or a phrase, newest first.
 * @param older the instant of the oldest article read so far, as GDELT writes it
 * @returns `rejected` when GDELT does not look for such words
 */
export async function searchPage(
  tools: Tools,
  term: string,
  older: string | undefined,
  since: Date | undefined,
): Promise<Outcome<BackPage<Found>>> {
  const query = queryFor(term)
  if (query === null) return failed(notSearched(`“${term}” is not searched for`))
  const url = new URL('https://api.gdeltproject.org/api/v2/doc/doc')
  const now = tools.clock.now()
  url.search = new URLSearchParams({
    query,
    mode: 'artlist',
    format: 'json',
    sort: 'datedesc',
    maxrecords: String(perPage),
    ...windowOf(older, since, now),
  }).toString()
  const request = { url, gapMs, timeoutMs }
  const sent = await send(tools, request)
  if (!sent.ok) return sent
  const reply = sent.value
  if (isTooFast(reply)) return failed(restOf(reply, tools))
  if (reply.status < 200 || reply.status > 299) {
    const failure = usualFailure(reply, request, network, tools)
    // A refusal by status is the desk's affair, not that of these words.
    return failed(failure.kind === 'rejected' ? { ...failure, kind: 'transient' } : failure)
  }
  return pageIn(reply.text, term, older, now)
}

/** A word as it stands, a phrase in quotation marks; null for what GDELT is known not to look for. */
export function queryFor(term: string): string | null {
  const words = term
    .replace(/["“”()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const { length } = [...words]
  if (length < shortest || length > longest) return null
  // A single short word in quotation marks is “too short”; one with a sign in it is refused without them.
  return /^[\p{L}\p{M}\p{N}]+$/u.test(words) ? words : `"${words}"`
}

/** Pages further back come after a first one, which tells how far back is wanted. */
function windowOf(
  older: string | undefined,
  since: Date | undefined,
  now: Date,
): Record<string, string> {
  if (!since) return { timespan: '1w' }
  return { startdatetime: stamp(since), enddatetime: older ?? stamp(now) }
}

/** `YYYYMMDDHHMMSS`, in UTC. */
const stamp = (at: Date) => at.toISOString().slice(0, 19).replace(/\D/g, '')

/** Said with status 429, and with 200. */
const isTooFast = ({ status, text }: Reply) =>
  status === 429 || /^\s*please limit requests/i.test(text)

function restOf(reply: Reply, tools: Tools): Failure {
  const rest = tools.clock.now().getTime() + restMs
  const until = new Date(Math.max(waitUntil(reply, tools).getTime(), rest))
  return { kind: 'rate', until, detail: `${reply.status} ${firstLine(reply.text)}` }
}

const answerSchema = z.object({ articles: z.array(z.unknown()).default([]) })

function pageIn(
  text: string,
  term: string,
  older: string | undefined,
  now: Date,
): Outcome<BackPage<Found>> {
  const answer = answerSchema.safeParse(parseJson(text) ?? parseJson(mended(text)))
  if (!answer.success) return failed(saidInstead(text))
  const { articles } = answer.data
  const items = articles.flatMap((article) => foundOf(article, term, now) ?? [])
  if (items.length === 0 && articles.length > 0) {
    return failed({ kind: 'transient', detail: 'its articles have no address, title or date' })
  }
  items.sort((a, b) => b.at.getTime() - a.at.getTime())
  const oldest = items.at(-1)?.at
  if (articles.length < perPage || !oldest) return done({ items })
  // A quarter of an hour that fills a whole page is left behind: it could not be passed otherwise.
  const isStuck = stamp(oldest) === older
  return done({ items, older: stamp(isStuck ? new Date(oldest.getTime() - 1000) : oldest) })
}

/** Titles come with bare tabs and backslashes, which JSON does not allow. */
const mended = (text: string) =>
  text.replace(/\p{Cc}/gu, ' ').replace(/\\(?!["\\/bfnrt]|u[\da-f]{4})/gi, String.raw`\\`)

/**
 * GDELT explains itself in a sentence of plain text, with status 200 and as HTML. It names what it will not look for, and
 * each refusal met says “short”, “long”, “common”, “illegal” or “invalid”. Anything else is no answer.
 */
function saidInstead(text: string): Failure {
  const sentence = firstLine(text)
  const isSentence = sentence !== '' && !/[<{[]/.test(sentence)
  if (isSentence && /short|long|common|illegal|invalid/i.test(sentence))
    return notSearched(sentence)
  const detail = isSentence ? `it says: ${sentence}` : 'its answer cannot be read'
  return { kind: 'transient', detail }
}

const notSearched = (detail: string): Failure => ({
  kind: 'rejected',
  reason: refusedBy(network, detail),
  detail,
})

const firstLine = (text: string) => (text.trim().split('\n', 1)[0] ?? '').trim().slice(0, 200)
