import { type Executor, tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { ListeningTables } from '../tables.ts'
import { SOURCES_WORK } from './look-back.ts'

/** Has the searches that go through an account read now, whatever their next time. */
export async function readSearchesNow(
  trx: Executor,
  { companyId, channelId }: { companyId: string; channelId: string },
  now: Date,
): Promise<void> {
  await tablesOf<ListeningTables>(trx)
    .updateTable('sources')
    .set({ nextPollAt: now })
    .where('companyId', '=', companyId)
    .where('channelId', '=', channelId)
    .execute()
  await wake(trx, SOURCES_WORK)
}
