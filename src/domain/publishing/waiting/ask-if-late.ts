import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { planLetter } from '../letters/plan-letter.ts'
import type { Hold } from '../model.ts'
import type { Delivery, PublishingTables } from '../tables.ts'
import { rulesOf } from './rules.ts'

const MINUTE = 60_000

/** Shorter delays are the desk’s own pace (a restart, a queue of posts), whatever the company decided. */
const PACE = 2 * MINUTE

/**
 * What nobody has tried yet and whose hour passed unnoticed is not published late by surprise: past the company's
 * limit it waits for a person. The parts of a thread follow its first one, however late.
 * @returns whether it waits now
 */
export async function askIfLate(trx: Executor, delivery: Delivery, now: Date): Promise<boolean> {
  const { companyId, id: deliveryId, postId, channelId } = delivery
  if (delivery.mustConfirm || delivery.tries > 0 || delivery.afterId) return false
  const late = now.getTime() - delivery.dueAt.getTime()
  if (late <= PACE) return false
  const { lateMinutes } = await rulesOf(trx, companyId)
  if (late <= lateMinutes * MINUTE) return false
  await tablesOf<PublishingTables>(trx)
    .updateTable('deliveries')
    .set({ holds: sql<Hold[]>`array_append(holds, 'ask')`, updatedAt: now })
    .where('id', '=', deliveryId)
    .execute()
  await emit(trx, companyId, 'delivery.missed', { deliveryId, postId, channelId })
  await planLetter(trx, { companyId, kind: 'waiting', about: 'missed', at: now })
  return true
}
