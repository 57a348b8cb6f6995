import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { holdForApproval } from '../approvals/hold-for-approval.ts'
import { hashesNow } from '../approvals/store.ts'
import { type Author, refuseStrangers } from '../posts/draft-post.ts'
import { atRest } from '../posts/hindrances.ts'
import { lockPost } from '../posts/store.ts'
import type { PublishingTables } from '../tables.ts'
import type { filingInput } from './api.ts'

/**
 * Files a post under a campaign and labels, whatever has become of it: what has left can still be counted where it
 * belongs. Nothing that leaves changes; links planned already keep their tags. What has not left waits for approval when
 * a rule concerns the campaign it joins.
 * @throws Problem when there is no such post, or no such campaign in this company
 */
export async function filePost(
  desk: Desk,
  author: Author,
  id: string,
  filed: z.output<typeof filingInput>,
): Promise<void> {
  const { companyId, name } = author
  await desk.db.transaction().execute(async (trx: Executor) => {
    const whole = await lockPost(trx, companyId, id)
    await refuseStrangers(trx, companyId, filed)
    const post = await tablesOf<PublishingTables>(trx)
      .updateTable('posts')
      .set((eb) => ({
        ...filed,
        version: eb('version', '+', 1),
        updatedBy: name,
        updatedAt: desk.clock.now(),
      }))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    if (post.state === 'scheduled' && whole.deliveries.some(atRest)) {
      const before = await hashesNow(trx, whole)
      const campaignBefore = whole.post.campaignId
      const occasion = { what: 'edit' as const, before, campaignBefore }
      await holdForApproval(trx, desk, author, { ...whole, post }, occasion)
    }
    await emit(trx, companyId, 'post.changed', { postId: id })
  })
}
