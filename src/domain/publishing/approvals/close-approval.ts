import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { liftHold } from '../deliveries/holds.ts'
import type { Post, PublishingTables } from '../tables.ts'

/**
 * Ends what a post asked for, because it is a draft again, deleted or refused. The caller holds the post and has
 * taken its deliveries off the ledger: nothing is set free by this.
 */
export async function closeApproval(
  trx: Executor,
  desk: Desk,
  { id: postId, companyId }: Pick<Post, 'id' | 'companyId'>,
  state: 'withdrawn' | 'refused' = 'withdrawn',
): Promise<void> {
  const now = desk.clock.now()
  const closed = await tablesOf<PublishingTables>(trx)
    .updateTable('approvals')
    .set({ state, closedAt: now })
    .where('postId', '=', postId)
    .where('state', 'in', ['open', 'changes', 'approved'])
    .returning('id')
    .executeTakeFirst()
  if (!closed) return
  await tablesOf<PublishingTables>(trx)
    .deleteFrom('approvalNotices')
    .where('approvalId', '=', closed.id)
    .where('takenAt', 'is', null)
    .where('kind', '!=', 'decided')
    .execute()
  await liftHold(trx, { companyId, postId }, 'approval', now)
}
