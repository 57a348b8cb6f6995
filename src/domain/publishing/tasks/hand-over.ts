import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { planLetter } from '../letters/plan-letter.ts'
import type { Delivery, PublishingTables } from '../tables.ts'

/**
 * Its hour has come, and a person puts it up: it becomes their task, and they are told. All of it in the transaction
 * that claimed the delivery: whoever dies before its end has handed nothing over, whoever comes after it finds nothing
 * to hand over. However late, nobody is asked first: doing it is a person's decision anyway.
 */
export async function handOver(trx: Executor, delivery: Delivery, now: Date): Promise<'settled'> {
  const { id: deliveryId, companyId, postId, channelId } = delivery
  const tables = tablesOf<PublishingTables>(trx)
  await tables
    .updateTable('deliveries')
    .set({ state: 'handed', wait: null, failure: null, updatedAt: now })
    .where('id', '=', deliveryId)
    .execute()
  const task = { handedAt: now, ...unsettled }
  await tables
    .insertInto('handTasks')
    .values({ deliveryId, companyId, ...task })
    .onConflict((c) => c.column('deliveryId').doUpdateSet(task))
    .execute()
  await emit(trx, companyId, 'delivery.handed', { deliveryId, postId, channelId })
  await planLetter(trx, { companyId, kind: 'tasks', about: minuteOf(now), at: now, once: true })
  return 'settled'
}

/** As nobody has said anything about it. What was ticked stays ticked: it may be half done. */
export const unsettled = {
  outcome: null,
  reason: '',
  proofMediaId: null,
  settledAt: null,
  settledBy: null,
}

/** Tasks handed over in one minute are told in one letter. */
const minuteOf = (at: Date) => at.toISOString().slice(0, 16)
