import { refuseOtherAccounts } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit, type AuditAction } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { closeApproval } from '../approvals/close-approval.ts'
import type { PublishingTables } from '../tables.ts'
import { type Author, namedIn } from './draft-post.ts'
import { refuseLeft } from './hindrances.ts'
import { schedulePost } from './schedule-post.ts'
import { lockPost, wholePost } from './store.ts'
import { takeOffTheLedger } from './unschedule-post.ts'

/**
 * Takes a post off: nothing of it will leave. It is kept, so that it can be restored as it was.
 * @throws Problem when something of it has left: history is not deleted
 */
export async function deletePost(desk: Desk, author: Author, id: string): Promise<void> {
  await change(desk, author, id, async (trx, whole, now) => {
    if (whole.post.state === 'cancelled') return false
    await refuseLeft(trx, whole)
    await takeOffTheLedger(trx, whole.deliveries, now)
    await closeApproval(trx, desk, whole.post)
    return { state: 'cancelled', action: 'post.deleted' }
  })
}

/** Brings a deleted post back: on the calendar where it stood if that time is still to come, else as a draft. */
export async function restorePost(desk: Desk, author: Author, id: string): Promise<void> {
  await change(desk, author, id, async (_trx, whole) =>
    whole.post.state === 'cancelled' ? { state: 'draft', action: 'post.restored' } : false,
  )
  const { post } = await wholePost(desk.db, author.companyId, id)
  const { state, version, wallTime, timeZone, scheduledAt } = post
  if (state !== 'draft' || !wallTime || !timeZone || !scheduledAt) return
  if (scheduledAt > desk.clock.now())
    return schedulePost(desk, author, id, { version, wallTime, timeZone })
  await tablesOf<PublishingTables>(desk.db)
    .updateTable('posts')
    .set({ scheduledAt: null, wallTime: null, timeZone: null })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()
}

type Change = { state: 'draft' | 'cancelled'; action: AuditAction } | false

async function change(
  desk: Desk,
  author: Author,
  id: string,
  decide: (
    trx: Parameters<typeof lockPost>[0],
    whole: Awaited<ReturnType<typeof lockPost>>,
    now: Date,
  ) => Promise<Change>,
): Promise<void> {
  const { companyId } = author
  await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const now = desk.clock.now()
      const whole = await lockPost(trx, companyId, id)
      await refuseOtherAccounts(trx, author, namedIn(whole.variants))
      const decided = await decide(trx, whole, now)
      if (!decided) return
      const { state, action } = decided
      await trx
        .updateTable('posts')
        .set((eb) => ({
          state,
          version: eb('version', '+', 1),
          updatedBy: author.name,
          updatedAt: now,
        }))
        .where('id', '=', id)
        .execute()
      await audit(trx, { companyId, at: now, actor: author.id, action, subject: `post:${id}` })
      await emit(trx, companyId, 'post.changed', { postId: id })
    })
}
