import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { PublishingTables } from '../tables.ts'

/**
 * Says that a scheduled post is worth nothing after an instant: what has not left by then will not leave by itself.
 * In the transaction that schedules it. A person who moves the post gives it the usual day again.
 */
export async function leaveBefore(trx: Executor, postId: string, until: Date): Promise<void> {
  await tablesOf<PublishingTables>(trx)
    .updateTable('deliveries')
    .set({ giveUpAt: sql<Date>`least(give_up_at, ${until})` })
    .where('postId', '=', postId)
    .where('state', '=', 'planned')
    .execute()
}
