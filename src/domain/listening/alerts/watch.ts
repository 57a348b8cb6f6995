import { type Executor, tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { ListeningTables } from '../tables.ts'
import type { AlertsTables } from './tables.ts'

/** The loop that looks at what is due. */
export const ALERTS_WORK = 'alerts'

/**
 * Has queries looked at now: however often it is asked meanwhile, they are looked at once.
 * @returns those that are there still, kept from being deleted until the transaction ends
 */
export async function watchQueries(
  trx: Executor,
  companyId: string,
  queryIds: readonly string[],
  now: Date,
): Promise<{ id: string; name: string }[]> {
  const there = await queriesThere(trx, companyId, queryIds)
  if (there.length === 0) return []
  await tablesOf<AlertsTables>(trx)
    .insertInto('queryWatches')
    .values(there.map(({ id: queryId }) => ({ queryId, companyId, dueAt: now })))
    .onConflict((c) => c.column('queryId').doUpdateSet({ dueAt: now }))
    .execute()
  await wake(trx, ALERTS_WORK)
  return there
}

/** The same for all queries of a company. */
export async function watchAll(trx: Executor, companyId: string, now: Date): Promise<void> {
  await tablesOf<AlertsTables>(trx)
    .updateTable('queryWatches')
    .set({ dueAt: now })
    .where('companyId', '=', companyId)
    .execute()
  await wake(trx, ALERTS_WORK)
}

/** A query may have been deleted since it was told of; locked, so that it cannot be before we are done. */
async function queriesThere(trx: Executor, companyId: string, queryIds: readonly string[]) {
  if (queryIds.length === 0) return []
  return tablesOf<ListeningTables>(trx)
    .selectFrom('savedQueries')
    .select(['id', 'name'])
    .where('companyId', '=', companyId)
    .where('id', 'in', [...queryIds])
    .orderBy('id')
    .forKeyShare()
    .execute()
}
