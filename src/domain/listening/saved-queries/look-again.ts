import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { postOf, sourceNames } from '../model.ts'
import { createMatcher } from '../query/index.ts'
import type { ListeningTables } from '../tables.ts'
import type { ReadQuery } from './read-queries.ts'

const BATCH = 500

/** Asks queries about every mention that the company keeps, and writes down which each finds. */
export async function lookAgain(
  desk: Pick<Desk, 'connectors'>,
  trx: Executor,
  companyId: string,
  queries: readonly Pick<ReadQuery, 'id' | 'parsed'>[],
): Promise<void> {
  const tables = tablesOf<ListeningTables>(trx)
  const matcher = createMatcher()
  for (const { id, parsed } of queries) if (parsed.ok) matcher.add(id, parsed.query)
  const ids = queries.map(({ id }) => id)
  if (ids.length === 0) return
  await tables.deleteFrom('mentionHits').where('queryId', 'in', ids).execute()
  for (let after = ''; ;) {
    const rows = await mentionsAfter(trx, companyId, after)
    const values = rows.flatMap((row) =>
      matcher
        .match(postOf(row, sourceNames(desk, row.connectorId, row.sourceName)))
        .map((queryId) => ({ companyId, mentionId: row.id, queryId })),
    )
    for (let i = 0; i < values.length; i += BATCH * 4) {
      await tables
        .insertInto('mentionHits')
        .values(values.slice(i, i + BATCH * 4))
        .execute()
    }
    const last = rows.at(-1)
    if (rows.length < BATCH || !last) return
    after = last.id
  }
}

function mentionsAfter(trx: Executor, companyId: string, after: string) {
  return tablesOf<ListeningTables>(trx)
    .selectFrom('mentions')
    .leftJoin('sources', 'sources.id', 'mentions.sourceId')
    .selectAll('mentions')
    .select('sources.name as sourceName')
    .where('mentions.companyId', '=', companyId)
    .$if(after !== '', (q) => q.where('mentions.id', '>', after))
    .orderBy('mentions.id')
    .limit(BATCH)
    .execute()
}
