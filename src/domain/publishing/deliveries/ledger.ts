import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Trouble } from '../model.ts'
import { asJson } from '#platform/db/storable.ts'
import type { Delivery, PublishingTables } from '../tables.ts'
import { GIVE_UP_AFTER, type Timings } from './timings.ts'

/** The name under which workers are woken. */
export const DELIVERIES_WORK = 'deliveries'

/**
 * What a worker may take now: due, and in nobody's living hands. A lease that ends absurdly late was taken before
 * the clock was set back; its holder has renewed it since if it lives.
 */
export function dueRows(now: Date, { lease }: Timings) {
  const absurd = new Date(now.getTime() + 2 * lease)
  return (eb: ExpressionBuilder<PublishingTables, 'deliveries'>) =>
    eb.and([
      eb('deliveries.state', 'in', ['planned', 'sending']),
      eb('deliveries.dueAt', '<=', now),
      notHeld,
      notWaiting,
      eb.or([
        eb('deliveries.leaseUntil', 'is', null),
        eb('deliveries.leaseUntil', '<=', now),
        eb('deliveries.leaseUntil', '>', absurd),
      ]),
    ])
}

/** Nobody and nothing holds it back. */
export const notHeld = sql<SqlBool>`deliveries.holds = '{}'`

/** What it follows in its chain, if anything, is on the network. */
export const notWaiting = sql<SqlBool>`not exists (
  select from deliveries as before where before.id = deliveries.after_id and before.state <> 'published')`

/** Whether it may still leave without asking anybody. */
export const inTime = ({ giveUpAt }: Pick<Delivery, 'giveUpAt'>, now: Date) => giveUpAt >= now

export const giveUpAfter = (due: Date) => new Date(due.getTime() + GIVE_UP_AFTER)

/** It did not leave, and will not unless a person asks for it. */
export async function endWithout(
  trx: Executor,
  delivery: Delivery,
  now: Date,
  trouble: Trouble,
): Promise<void> {
  await put(trx, delivery, now, 'failed', trouble)
  await tell(trx, delivery, 'delivery.failed')
}

/** Nobody knows whether it left: a person must look. It stays marked as "read back first". */
export async function askAPerson(
  trx: Executor,
  delivery: Delivery,
  now: Date,
  trouble: Trouble,
): Promise<void> {
  await put(trx, delivery, now, 'unknown', trouble)
  await tell(trx, delivery, 'delivery.unknown')
}

export type DeliveryEvent = 'delivery.published' | 'delivery.failed' | 'delivery.unknown'

/** Told in the transaction that made it so. */
export async function tell(trx: Executor, delivery: Delivery, event: DeliveryEvent): Promise<void> {
  const { companyId, id: deliveryId, postId, channelId, kind } = delivery
  await emit(trx, companyId, event, { deliveryId, postId, channelId, kind })
}

async function put(
  trx: Executor,
  { id }: Delivery,
  now: Date,
  state: 'failed' | 'unknown',
  trouble: Trouble,
) {
  await tablesOf<PublishingTables>(trx)
    .updateTable('deliveries')
    .set({
      state,
      failure: asJson(trouble),
      leaseUntil: null,
      leaseOwner: null,
      updatedAt: now,
    })
    .where('id', '=', id)
    .execute()
  await closeAbandoned(trx, id, now)
}

/**
 * What a dead worker left open is closed with what is known: nothing.
 * @returns whether a request to publish was among it
 */
export async function closeAbandoned(
  trx: Executor,
  deliveryId: string,
  now: Date,
): Promise<boolean> {
  const open = await tablesOf<PublishingTables>(trx)
    .updateTable('attempts')
    .set({
      finishedAt: now,
      outcome: 'unknown',
      detail: sql`jsonb_build_object('said', 'interrupted')`,
    })
    .where('deliveryId', '=', deliveryId)
    .where('finishedAt', 'is', null)
    .returning('action')
    .execute()
  return open.some(({ action }) => action === 'publish')
}
