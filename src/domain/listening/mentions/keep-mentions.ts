import { v7 as uuid } from 'uuid'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { youngEnough } from '../keeping/keeping.ts'
import { learntBy } from '../learning/learnt-by.ts'
import { postOf, type Source, withHeld } from '../model.ts'
import type { Matcher } from '../query/index.ts'
import { keepSample } from '../query-tests/heard-sample.ts'
import type { ListeningTables } from '../tables.ts'
import { keepHeardTerms } from '../topics/keep-heard-terms.ts'
import { takeCorrectionsOver } from './correct-mention.ts'
import { foldMentions } from './folds/fold-mentions.ts'
import { signalColumns } from './mention-signals.ts'
import type { Normalised } from './normalise.ts'

/** Where something was read; `names` are all those by which queries may call it: see `sourceNames`. */
type Origin = Pick<Source, 'id' | 'companyId' | 'connectorId' | 'name'> & {
  names: readonly string[]
}
/** By canonical address, what was found there and by which queries. */
export type Hits = Map<string, { item: Normalised; queryIds: string[] }>

/** PostgreSQL takes 65,535 values in one statement; a mention has some twenty, a hit three. */
const MENTIONS_AT_ONCE = 1_000
const HITS_AT_ONCE = 20_000

/**
 * Asks the saved queries about everything a source brought, and keeps only what one of them finds.
 * A page that was kept before, from whatever source, is not kept twice; a query that finds it anew is added to it.
 * Tells `mention.found` once per mention and set of new queries. Runs in the caller's transaction.
 * @returns how many mentions were new
 */
export async function keepMentions(
  trx: Executor,
  source: Origin,
  items: readonly Normalised[],
  matcher: Matcher,
  now: Date,
): Promise<number> {
  await keepSample(trx, source, items, now)
  const young = await youngEnough(trx, source.companyId, items, now)
  const hits = hitsAmong(source, young, matcher)
  await keepHeardTerms(trx, source, items, new Set(hits.keys()), now)
  if (hits.size === 0) return 0
  const fresh = await insertMentions(trx, source, hits, now)
  const newHits = await insertHits(trx, source.companyId, hits)
  for (const [mentionId, queryIds] of newHits) {
    const payload = { mentionId, queryIds: queryIds.slice(0, 50), sourceId: source.id }
    await emit(trx, source.companyId, 'mention.found', payload)
  }
  return fresh
}

/**
 * Keeps what is known to be found already, of the past: tells nobody, and leaves the sample to what is heard now. Runs in
 * the caller's transaction.
 * @param seenBefore what was said before this is marked as seen
 * @returns how many mentions were new
 */
export async function keepPast(
  trx: Executor,
  source: Omit<Origin, 'name' | 'names'>,
  hits: Hits,
  seenBefore: Date,
  now: Date,
): Promise<number> {
  const fresh = await insertMentions(trx, source, hits, now, seenBefore)
  await insertHits(trx, source.companyId, hits)
  return fresh
}

/** The first of each page, with what found any of its versions. */
function hitsAmong(source: Origin, items: readonly Normalised[], matcher: Matcher): Hits {
  const hits: Hits = new Map()
  for (const item of items) {
    const queryIds = matcher.match(postOf(withHeld(item), source.names))
    if (queryIds.length === 0) continue
    const first = hits.get(item.canonicalUrl)
    if (first) first.queryIds = [...new Set([...first.queryIds, ...queryIds])]
    else hits.set(item.canonicalUrl, { item, queryIds })
  }
  return hits
}

async function insertMentions(
  trx: Executor,
  source: Omit<Origin, 'name' | 'names'>,
  hits: Hits,
  now: Date,
  seenBefore?: Date,
): Promise<number> {
  const learnt = await learntBy(trx, source.companyId)
  const rows = [...hits.values()].map(
    ({ item: { reshareOf: _, reshares: __, holds: ___, ...item } }) => ({
      ...item,
      ...signalColumns(item, learnt),
      id: uuid(),
      companyId: source.companyId,
      sourceId: source.id,
      connectorId: source.connectorId,
      author: item.author ? JSON.stringify(item.author) : null,
      foundAt: now,
      seen: seenBefore !== undefined && item.at < seenBefore,
      dismissed: false,
    }),
  )
  const inserted = await inPieces(rows, MENTIONS_AT_ONCE, (some) =>
    tablesOf<ListeningTables>(trx)
      .insertInto('mentions')
      .values(some)
      .onConflict((c) => c.columns(['companyId', 'canonicalUrl']).doNothing())
      .returning(['id', 'canonicalUrl'])
      .execute(),
  )
  const kept = inserted.flatMap(({ id, canonicalUrl }) => {
    const hit = hits.get(canonicalUrl)
    return hit ? [{ id, item: hit.item }] : []
  })
  await foldMentions(trx, source, kept, now)
  await takeCorrectionsOver(
    trx,
    source.companyId,
    kept.map(({ id }) => id),
  )
  return inserted.length
}

/** @returns the queries that had not found the mention before, by mention */
async function insertHits(
  trx: Executor,
  companyId: string,
  hits: Hits,
): Promise<Map<string, string[]>> {
  const kept = await tablesOf<ListeningTables>(trx)
    .selectFrom('mentions')
    .select(['id', 'canonicalUrl'])
    .where('companyId', '=', companyId)
    .where('canonicalUrl', 'in', [...hits.keys()])
    .execute()
  const rows = kept.flatMap(({ id, canonicalUrl }) =>
    (hits.get(canonicalUrl)?.queryIds ?? []).map((queryId) => ({
      companyId,
      mentionId: id,
      queryId,
    })),
  )
  const inserted = await inPieces(rows, HITS_AT_ONCE, (some) =>
    tablesOf<ListeningTables>(trx)
      .insertInto('mentionHits')
      .values(some)
      .onConflict((c) => c.doNothing())
      .returning(['mentionId', 'queryId'])
      .execute(),
  )
  const byMention = Map.groupBy(inserted, ({ mentionId }) => mentionId)
  return new Map([...byMention].map(([id, found]) => [id, found.map(({ queryId }) => queryId)]))
}

/** Asked one piece after the other, in their order. */
async function inPieces<Row, Kept>(
  rows: readonly Row[],
  size: number,
  insert: (some: Row[]) => Promise<Kept[]>,
): Promise<Kept[]> {
  const kept: Kept[] = []
  for (let first = 0; first < rows.length; first += size) {
    for (const one of await insert(rows.slice(first, first + size))) kept.push(one)
  }
  return kept
}
