import { type Executor, tablesOf } from '#platform/db/database.ts'
import { readable } from '../model.ts'
import { createMatcher, type Query } from '../query/index.ts'
import type { ListeningTables } from '../tables.ts'

const BATCH = 500

/** Asks one query about every mention that the company keeps, and writes down which it finds. */
export async function lookAgain(
  trx: Executor,
  companyId: string,
  queryId: string,
  query: Query,
): Promise<void> {
  const tables = tablesOf<ListeningTables>(trx)
  const matcher = createMatcher()
  matcher.add(queryId, query)
  await tables.deleteFrom('mentionHits').where('queryId', '=', queryId).execute()
  for (let after = ''; ;) {
    const rows = await tables
      .selectFrom('mentions')
      .select(['id', 'title', 'text'])
      .where('companyId', '=', companyId)
      .$if(after !== '', (q) => q.where('id', '>', after))
      .orderBy('id')
      .limit(BATCH)
      .execute()
    const hits = rows.filter((row) => matcher.match(readable(row)).length > 0)
    if (hits.length > 0) {
      const values = hits.map(({ id }) => ({ companyId, mentionId: id, queryId }))
      await tables.insertInto('mentionHits').values(values).execute()
    }
    const last = rows.at(-1)
    if (rows.length < BATCH || !last) return
    after = last.id
  }
}
