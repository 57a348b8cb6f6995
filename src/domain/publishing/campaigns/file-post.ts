import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { type Author, refuseStrangers } from '../posts/draft-post.ts'
import { lockPost } from '../posts/store.ts'
import type { PublishingTables } from '../tables.ts'
import type { filingInput } from './api.ts'

/**
 * Files a post under a campaign and labels, whatever has become of it: what has left can still be counted where it
 * belongs. Nothing that leaves changes; links planned already keep their tags.
 * @throws Problem when there is no such post, or no such campaign in this company
 */
export async function filePost(
  desk: Desk,
  { companyId, name }: Author,
  id: string,
  filed: z.output<typeof filingInput>,
): Promise<void> {
  await desk.db.transaction().execute(async (trx: Executor) => {
    await lockPost(trx, companyId, id)
    await refuseStrangers(trx, companyId, filed)
    await tablesOf<PublishingTables>(trx)
      .updateTable('posts')
      .set((eb) => ({
        ...filed,
        version: eb('version', '+', 1),
        updatedBy: name,
        updatedAt: desk.clock.now(),
      }))
      .where('id', '=', id)
      .execute()
    await emit(trx, companyId, 'post.changed', { postId: id })
  })
}
