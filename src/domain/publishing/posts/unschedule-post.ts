import { refuseOtherAccounts } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit, companyOf } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Delivery, PublishingTables } from '../tables.ts'
import { closeApproval } from '../approvals/close-approval.ts'
import { type Author, namedIn } from './draft-post.ts'
import { atRest, refuseCancelled, refuseLeft } from './hindrances.ts'
import { lockPost, refuseStale, type WholePost } from './store.ts'

/**
 * Makes a scheduled post a draft again. Nothing of it may have left.
 * @throws Problem when something has left, is leaving, or somebody changed the post meanwhile
 */
export async function unschedulePost(
  desk: Desk,
  author: Author,
  id: string,
  version: number,
): Promise<void> {
  const { companyId } = author
  const { timeZone } = await companyOf(desk.db, companyId)
  await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const whole = await lockPost(trx, companyId, id)
      await refuseOtherAccounts(trx, author, namedIn(whole.variants))
      refuseCancelled(whole)
      if (whole.post.state === 'draft') return
      refuseStale(whole.post, version, timeZone)
      const now = desk.clock.now()
      await backToDraft(trx, whole, author.name, now)
      await closeApproval(trx, desk, whole.post)
      await audit(trx, {
        companyId,
        at: now,
        actor: author.id,
        action: 'post.unscheduled',
        subject: `post:${id}`,
      })
      await emit(trx, companyId, 'post.changed', { postId: id })
    })
}

/** Off the calendar and off the ledger. The caller holds the post. @throws Problem when something of it has left */
export async function backToDraft(
  trx: Executor,
  whole: WholePost,
  by: string,
  now: Date,
): Promise<void> {
  await refuseLeft(trx, whole)
  await takeOffTheLedger(trx, whole.deliveries, now)
  await tablesOf<PublishingTables>(trx)
    .updateTable('posts')
    .set((eb) => ({
      state: 'draft' as const,
      scheduledAt: null,
      wallTime: null,
      timeZone: null,
      version: eb('version', '+', 1),
      updatedBy: by,
      updatedAt: now,
    }))
    .where('id', '=', whole.post.id)
    .execute()
}

/** What has not left will not leave. Rows that were tried keep their story. The caller holds them. */
export async function takeOffTheLedger(
  trx: Executor,
  deliveries: readonly Delivery[],
  now: Date,
): Promise<void> {
  const ids = deliveries.filter(atRest).map(({ id }) => id)
  if (ids.length === 0) return
  await tablesOf<PublishingTables>(trx)
    .updateTable('deliveries')
    .set({ state: 'cancelled', failure: null, updatedAt: now })
    .where('id', 'in', ids)
    .execute()
}
