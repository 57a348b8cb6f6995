import { type Executor, tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { AlertsTables } from './tables.ts'

/** The loop that looks at what is due. */
export const ALERTS_WORK = 'alerts'

/** Has queries looked at now: however often it is asked meanwhile, they are looked at once. */
export async function watchQueries(
  trx: Executor,
  companyId: string,
  queryIds: readonly string[],
  now: Date,
): Promise<void> {
  const there = await queriesThere(trx, companyId, queryIds)
  if (there.length === 0) return
  await tablesOf<AlertsTables>(trx)
    .insertInto('queryWatches')
    .values(there.map((queryId) => ({ queryId, companyId, dueAt: now })))
    .onConflict((c) => c.column('queryId').doUpdateSet({ dueAt: now }))
    .execute()
  await wake(trx, ALERTS_WORK)
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
  const rows = await tablesOf<{ savedQueries: { id: string; companyId: string } }>(trx)
    .selectFrom('savedQueries')
    .select('id')
    .where('companyId', '=', companyId)
    .where('id', 'in', [...queryIds])
    .orderBy('id')
    .forKeyShare()
    .execute()
  return rows.map(({ id }) => id)
}
