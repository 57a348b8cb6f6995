import { type Executor, tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { RereadTables } from './tables.ts'

export const REREAD_WORK = 'listening-reread'

const DAYS = 30
/** Whoever corrects goes on correcting: what that teaches is waited for, or each would be read again and again. */
const PAUSE_MS = 60_000

/**
 * Has the latest mentions of a company read anew, from the first, in the transaction in which what it has learnt becomes
 * other.
 */
export async function rereadSoon(trx: Executor, companyId: string, now: Date): Promise<void> {
  const row = {
    dueAt: new Date(now.getTime() + PAUSE_MS),
    since: new Date(now.getTime() - DAYS * 86_400_000),
    placeAt: null,
    placeId: null,
  }
  await tablesOf<RereadTables>(trx)
    .insertInto('mentionRereadings')
    .values({ companyId, ...row })
    .onConflict((c) => c.column('companyId').doUpdateSet(row))
    .execute()
  await wake(trx, REREAD_WORK)
}

/** Whether mentions of a company are yet to be read anew. */
export async function isRereading(db: Executor, companyId: string): Promise<boolean> {
  const row = await tablesOf<RereadTables>(db)
    .selectFrom('mentionRereadings')
    .select('companyId')
    .where('companyId', '=', companyId)
    .executeTakeFirst()
  return row !== undefined
}
