import { refuseOtherAccounts } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Actor } from '#platform/http/route.ts'
import { holdWhatIsPlanned } from '../crisis/at-the-door.ts'
import type { PublishingTables } from '../tables.ts'
import { notSettled } from './errors.ts'
import { unsettled } from './hand-over.ts'
import { holdTask } from './hold-task.ts'
import { record } from './settle-task.ts'

/**
 * Takes back what was said of a task: it is to be done again, with the steps that were ticked. Figures entered
 * meanwhile are kept for when it is done.
 * @throws Problem when nothing was said, or its post is off the calendar since
 */
export async function undoTask(desk: Desk, actor: Actor, id: string): Promise<void> {
  const { companyId } = actor
  await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const now = desk.clock.now()
      const { delivery, task } = await holdTask(trx, companyId, id)
      await refuseOtherAccounts(trx, actor, [{ ...delivery, pointer: '/id' }])
      const stands =
        (task.outcome === 'done' && delivery.state === 'published') ||
        (task.outcome === 'not-done' && delivery.state === 'cancelled')
      const post = delivery.postId
        ? await trx
            .selectFrom('posts')
            .select(['id', 'companyId', 'state'])
            .where('id', '=', delivery.postId)
            .executeTakeFirst()
        : undefined
      if (!stands || post?.state !== 'scheduled') throw new Problem(notSettled)
      await trx
        .updateTable('deliveries')
        .set({ state: 'handed', publishedAt: null, remoteUrl: null, updatedAt: now })
        .where('id', '=', id)
        .execute()
      await trx.updateTable('handTasks').set(unsettled).where('deliveryId', '=', id).execute()
      await record(trx, actor, delivery, 'task.undone', now, { was: task.outcome })
      await holdWhatIsPlanned(trx, post, now)
    })
}
