import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { SavedQuery } from '../model.ts'
import type { ListeningTables } from '../tables.ts'
import type { AlertsTables } from './tables.ts'

/**
 * Takes a query that is due. Locks the query, then its watch: the order in which deleting one does, and being told of a mention.
 * @returns undefined when none is due that nobody else has taken
 */
export async function takeDue(trx: Executor, now: Date): Promise<SavedQuery | undefined> {
  const tables = tablesOf<AlertsTables & ListeningTables>(trx)
  const due = await tables
    .selectFrom('queryWatches')
    .select('queryId')
    .where('dueAt', '<=', now)
    .orderBy('dueAt')
    .limit(AT_ONCE)
    .execute()
  for (const { queryId } of due) {
    const query = await tables
      .selectFrom('savedQueries')
      .selectAll()
      .where('id', '=', queryId)
      .forKeyShare()
      .skipLocked()
      .executeTakeFirst()
    if (!query) continue
    const watch = await tables
      .selectFrom('queryWatches')
      .select('queryId')
      .where('queryId', '=', queryId)
      .where('dueAt', '<=', now)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (watch) return query
  }
  return undefined
}

/** Others may have taken the first ones. */
const AT_ONCE = 10
