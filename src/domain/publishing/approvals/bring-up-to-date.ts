import { sql } from 'kysely'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { liftHold } from '../deliveries/holds.ts'
import { giveUpAfter } from '../deliveries/ledger.ts'
import type { DeliveryState, Hold } from '../model.ts'
import type { WholePost } from '../posts/store.ts'
import type { PublishingTables } from '../tables.ts'
import type { Standing } from './model.ts'
import { planNotices } from './plan-notices.ts'
import { decisionsOf, hashesNow, standingOf } from './store.ts'
import type { Approval } from './tables.ts'

/** A minute that has begun is still that minute, as when one schedules. */
const GRACE_MS = 60_000

/**
 * Makes the holds of a post say what its request says: off what may leave, on what may not. In the caller's
 * transaction, which holds the post.
 */
export async function bringUpToDate(
  trx: Executor,
  desk: Desk,
  whole: WholePost,
  request: Approval,
): Promise<Standing> {
  const now = desk.clock.now()
  const { post } = whole
  const hashes = await hashesNow(trx, whole)
  const stands = await standingOf(trx, request, await decisionsOf(trx, request.id), hashes)
  const waiting = Object.keys(hashes).filter((account) => !stands.free.includes(account))
  await hold(trx, post.id, waiting, now)
  await release(trx, whole, request, stands.free, now)
  if (stands.state !== request.state) {
    await tablesOf<PublishingTables>(trx)
      .updateTable('approvals')
      .set({ state: stands.state })
      .where('id', '=', request.id)
      .execute()
    await emit(trx, post.companyId, 'post.changed', { postId: post.id })
  }
  await planNotices(trx, desk, whole, request, stands, hashes)
  return stands
}

/**
 * What has not left by these accounts stays, what failed too: else sending it again would go round the approval.
 */
async function hold(trx: Executor, postId: string, channelIds: string[], now: Date) {
  if (channelIds.length === 0) return
  await tablesOf<PublishingTables>(trx)
    .updateTable('deliveries')
    .set({
      // What was handed to a person meanwhile is taken back.
      state: sql<DeliveryState>`case when state = 'handed' then 'planned' else state end`,
      holds: sql<Hold[]>`array_append(holds, 'approval')`,
      updatedAt: now,
    })
    .where('postId', '=', postId)
    .where('channelId', 'in', channelIds)
    .where('state', 'in', ['planned', 'handed', 'failed', 'cancelled'])
    .where(sql<boolean>`not 'approval' = any (holds)`)
    .execute()
}

/** What may leave does at its hour; when that is past, a person is asked first, unless it was to leave at once. */
async function release(
  trx: Executor,
  { post }: WholePost,
  { asap }: Approval,
  channelIds: string[],
  now: Date,
) {
  if (channelIds.length === 0) return
  const which = { companyId: post.companyId, postId: post.id, channelIds }
  const late = post.scheduledAt !== null && post.scheduledAt.getTime() < now.getTime() - GRACE_MS
  if (asap) await dueNow(trx, which, now)
  await freeOfAnyHour(trx, which)
  await liftHold(trx, which, 'approval', now, late && !asap ? 'ask' : undefined)
}

/** What failed or was taken off leaves only by a person's hand: there is nobody to ask. */
async function freeOfAnyHour(
  trx: Executor,
  { postId, channelIds }: { postId: string; channelIds: string[] },
) {
  await tablesOf<PublishingTables>(trx)
    .updateTable('deliveries')
    .set({ holds: sql<Hold[]>`array_remove(holds, 'approval')` })
    .where('postId', '=', postId)
    .where('channelId', 'in', channelIds)
    .where('state', 'in', ['failed', 'cancelled'])
    .execute()
}

async function dueNow(
  trx: Executor,
  { postId, channelIds }: { postId: string; channelIds: string[] },
  now: Date,
) {
  await tablesOf<PublishingTables>(trx)
    .updateTable('deliveries')
    .set({ plannedAt: now, dueAt: now, giveUpAt: giveUpAfter(now) })
    .where('postId', '=', postId)
    .where('channelId', 'in', channelIds)
    .where('state', '=', 'planned')
    .where(sql<boolean>`'approval' = any (holds)`)
    .execute()
}
