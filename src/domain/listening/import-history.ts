import { v7 as uuid } from 'uuid'
import type { Found } from '#connectors/_contract/connector.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { watchQueries } from './alerts/watch.ts'
import { youngEnough } from './keeping/keeping.ts'
import { type Foldable, foldMentions } from './mentions/folds/fold-mentions.ts'
import { signalColumns } from './mentions/mention-signals.ts'
import { type Normalised, normalise } from './mentions/normalise.ts'
import { postOf } from './model.ts'
import { createMatcher, type Matcher, parseQuery, queryBook } from './query/index.ts'
import { newSource } from './sources/new-source.ts'
import type { ListeningTables } from './tables.ts'

export interface HistoricMention extends Found {
  connectorId: string
}

export interface History {
  queries: readonly { name: string; expression: string }[]
  /** Everything that was said; only what a query finds is kept. */
  found: readonly HistoricMention[]
  /** Accounts through which their network is searched from now on. */
  searches?: readonly { connectorId: string; channelId: string; name: string }[]
  now: Date
  /** Since when the company is held to have listened: from then on the past tells what is usual. Now, when not said. */
  since?: Date
}

/**
 * Gives a practice company its past: queries, searches, and the mentions among `found` that the queries find, already
 * seen when they are more than two days old. Tells no event: nobody must be alerted of the past.
 * @throws RangeError when an expression cannot be read
 */
export async function importHistory(
  trx: Executor,
  companyId: string,
  { queries, found, searches = [], now, since = now }: History,
): Promise<void> {
  const sourceIds = await importSearches(trx, companyId, searches, { now, since })
  const { matcher, ids } = await importQueries(trx, companyId, queries, since)
  const kept: (Foldable & { connectorId: string })[] = []
  const past = await youngEnough(trx, companyId, found, now)
  for (const item of past) {
    const heard = normalise(item, now)
    const queryIds = matcher.match(postOf(heard, [item.connectorId]))
    if (queryIds.length === 0) continue
    const { connectorId } = item
    const origin = { companyId, connectorId, sourceId: sourceIds.get(connectorId) ?? null }
    const id = await keep(trx, origin, heard, queryIds, now)
    if (id) kept.push({ id, item: heard, connectorId })
  }
  for (const [connectorId, id] of sourceIds) {
    const read = past.filter((item) => item.connectorId === connectorId)
    await tablesOf<ListeningTables>(trx)
      .updateTable('sources')
      .set({ itemsRead: read.length, lastItemAt: newestOf(read) })
      .where('id', '=', id)
      .execute()
  }
  for (const [connectorId, ofIt] of Map.groupBy(kept, (one) => one.connectorId)) {
    await foldMentions(trx, { companyId, connectorId }, ofIt, now)
  }
  // What is usual is learnt from that past before anything new is said.
  if (since < now) await watchQueries(trx, companyId, ids, now)
}

function newestOf(items: readonly { at: Date }[]): Date | null {
  return items.length > 0 ? new Date(Math.max(...items.map(({ at }) => at.getTime()))) : null
}

async function importSearches(
  trx: Executor,
  companyId: string,
  searches: NonNullable<History['searches']>,
  { now, since }: { now: Date; since: Date },
): Promise<Map<string, string>> {
  const rows = searches.map((search) => ({
    ...newSource(now),
    createdAt: since,
    lastPollAt: since < now ? now : null,
    ...search,
    id: uuid(),
    companyId,
    settings: '{}',
  }))
  if (rows.length > 0) {
    await tablesOf<ListeningTables>(trx).insertInto('sources').values(rows).execute()
  }
  return new Map(rows.map(({ connectorId, id }) => [connectorId, id]))
}

async function importQueries(
  trx: Executor,
  companyId: string,
  queries: History['queries'],
  since: Date,
): Promise<{ matcher: Matcher; ids: string[] }> {
  const matcher = createMatcher()
  const book = queryBook(queries)
  const rows = queries.map(({ name, expression }) => {
    const parsed = parseQuery(expression, { book, name })
    if (!parsed.ok) throw new RangeError(`query "${name}": ${parsed.error.code}`)
    const id = uuid()
    matcher.add(id, parsed.query)
    return { id, companyId, name, expression, examples: '[]', createdAt: since, updatedAt: since }
  })
  if (rows.length > 0) {
    await tablesOf<ListeningTables>(trx).insertInto('savedQueries').values(rows).execute()
  }
  return { matcher, ids: rows.map(({ id }) => id) }
}

const RECENT_MS = 2 * 86_400_000

async function keep(
  trx: Executor,
  origin: { companyId: string; connectorId: string; sourceId: string | null },
  heard: Normalised,
  queryIds: string[],
  now: Date,
): Promise<string | null> {
  const tables = tablesOf<ListeningTables>(trx)
  const { reshareOf: _, reshares: __, ...said } = heard
  const kept = await tables
    .insertInto('mentions')
    .values({
      ...said,
      ...signalColumns(heard),
      ...origin,
      id: uuid(),
      author: heard.author ? JSON.stringify(heard.author) : null,
      foundAt: heard.at,
      seen: now.getTime() - heard.at.getTime() > RECENT_MS,
      dismissed: false,
    })
    .onConflict((c) => c.columns(['companyId', 'canonicalUrl']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!kept) return null
  const { companyId } = origin
  const hits = queryIds.map((queryId) => ({ companyId, mentionId: kept.id, queryId }))
  await tables.insertInto('mentionHits').values(hits).execute()
  return kept.id
}
