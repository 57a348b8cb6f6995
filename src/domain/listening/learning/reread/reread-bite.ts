import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { signalColumns } from '../../mentions/mention-signals.ts'
import type { Learnt } from '../../signals/index.ts'
import type { AsHeard, ListeningTables } from '../../tables.ts'
import { learntBy } from '../learnt-by.ts'

/** So few that whatever is heard meanwhile waits for some tens of milliseconds at most. */
const BITE = 500

interface Place {
  companyId: string
  since: Date
  placeAt: Date | null
  placeId: string | null
}

/**
 * Reads the next mentions anew, the latest first: those that the desk has read and no person corrected. Runs in the
 * caller's transaction, in the company's turn.
 * @returns the last of them, if any; whether all were free to be read; and how many say something else now
 */
export async function rereadBite(
  trx: Executor,
  place: Place,
): Promise<{ last: { at: Date; id: string } | undefined; isWhole: boolean; changed: number }> {
  const next = await nextOf(trx, place)
  const last = next.at(-1)
  if (!last) return { last, isWhole: true, changed: 0 }
  const free = await lock(
    trx,
    next.map(({ id }) => id),
  )
  const learnt = await learntBy(trx, place.companyId)
  const others = free.flatMap((mention) => changeOf(mention, learnt))
  if (others.length > 0) await write(trx, others)
  return { last, isWhole: free.length === next.length, changed: others.length }
}

function nextOf(trx: Executor, { companyId, since, placeAt, placeId }: Place) {
  return tablesOf<ListeningTables>(trx)
    .selectFrom('mentions')
    .select(['id', 'at'])
    .where('companyId', '=', companyId)
    .where('at', '>=', since)
    .where('sentiment', 'is not', null)
    .where('sentimentByPerson', 'is', null)
    .where('wantsByPerson', '=', false)
    .$if(placeAt !== null, (query) =>
      query.where(sql<boolean>`(at, id) < (${placeAt}, ${placeId})`),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(BITE)
    .execute()
}

/** Waits for nobody: two that say something of the same mentions in another order would wait for each other. */
function lock(trx: Executor, ids: readonly string[]) {
  return tablesOf<ListeningTables>(trx)
    .selectFrom('mentions')
    .select(['id', 'title', 'text', 'language', 'seen', 'asHeard'])
    .select(['sentiment', 'confidence', 'intents', 'risks', 'decidingWords'])
    .where('id', 'in', ids)
    .where('sentimentByPerson', 'is', null)
    .where('wantsByPerson', '=', false)
    .forUpdate()
    .skipLocked()
    .execute()
}

type Words = Record<string, string[]>
type Mention = Awaited<ReturnType<typeof lock>>[number]

function changeOf(mention: Mention, learnt: Learnt) {
  const { sentiment, confidence, intents, risks, decidingWords } = signalColumns(mention, learnt)
  const now = {
    sentiment,
    confidence,
    intents,
    risks,
    decidingWords: JSON.parse(decidingWords) as Words,
  }
  const was = {
    sentiment: mention.sentiment,
    confidence: mention.confidence,
    intents: mention.intents,
    risks: mention.risks,
    decidingWords: mention.decidingWords,
  }
  if (isDeepStrictEqual(now, was)) return []
  return [{ id: mention.id, ...now, asHeard: asHeardOf(mention, { sentiment, intents, risks }) }]
}

/** Nothing where it is read again as it was first. */
function asHeardOf(mention: Mention, now: Pick<Mention, 'sentiment' | 'intents' | 'risks'>) {
  const { seen, sentiment, intents, risks } = mention
  const heard: AsHeard = mention.asHeard ?? { sentiment, intents, risks, seen }
  const { seen: _, ...first } = heard
  return isDeepStrictEqual(first, now) ? null : heard
}

/** In one statement: the hours that it makes untrue are noted once. */
async function write(trx: Executor, changes: readonly ReturnType<typeof changeOf>[number][]) {
  const rows = changes.map(({ id, asHeard, decidingWords, ...read }) => ({
    id,
    as_heard: asHeard,
    deciding_words: decidingWords,
    ...read,
  }))
  await sql`
    update mentions m set sentiment = fresh.sentiment, confidence = fresh.confidence, intents = fresh.intents,
      risks = fresh.risks, deciding_words = fresh.deciding_words, as_heard = fresh.as_heard
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) fresh (id uuid, sentiment text, confidence real,
      intents text[], risks text[], deciding_words jsonb, as_heard jsonb)
    where m.id = fresh.id`.execute(trx)
}
