import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Actor } from '#platform/http/route.ts'
import { lockPost, wholePost } from '../posts/store.ts'
import { unschedulePost } from '../posts/unschedule-post.ts'
import type { PublishingTables } from '../tables.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { nothingToDecide, notYourRequest } from './errors.ts'
import { mayWithdraw } from './present-approval.ts'
import { decisionsOf, requestOf } from './store.ts'

/** Submits a post again as it is: changes were asked for, and the author answers otherwise than by an edit. */
export async function resubmit(desk: Desk, actor: Actor, postId: string): Promise<void> {
  const { companyId } = actor
  await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const whole = await lockPost(trx, companyId, postId)
      const found = await requestOf(trx, postId)
      if (!found) throw new Problem(nothingToDecide)
      if (found.state !== 'changes') return
      const at = desk.clock.now()
      const request = await trx
        .updateTable('approvals')
        .set({ resubmittedAfter: (await decisionsOf(trx, found.id)).at(-1)?.id ?? 0 })
        .where('id', '=', found.id)
        .returningAll()
        .executeTakeFirstOrThrow()
      await bringUpToDate(trx, desk, whole, request)
      const subject = `post:${postId}`
      await audit(trx, { companyId, at, actor: actor.id, action: 'approval.resubmitted', subject })
      await emit(trx, companyId, 'approval.requested', { postId, approvalId: request.id })
    })
}

/** Takes a request back: the post is a draft again. @throws Problem when it is somebody else's */
export async function withdraw(desk: Desk, actor: Actor, postId: string): Promise<void> {
  const { post } = await wholePost(desk.db, actor.companyId, postId)
  const request = await requestOf(desk.db, postId)
  if (!request) throw new Problem(nothingToDecide)
  if (!mayWithdraw({ kind: actor.kind === 'key' ? 'key' : 'member', author: actor }, request)) {
    throw new Problem(notYourRequest)
  }
  await unschedulePost(desk, actor, postId, post.version)
}
