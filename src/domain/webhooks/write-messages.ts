import { v7 as uuid } from 'uuid'
import type { Desk } from '#domain/desk.ts'
import { deliveriesOf } from '#domain/publishing/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { DeskEvent } from '#platform/events/outbox.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { WEBHOOKS_WORK } from './keep-webhook.ts'
import type { WebhooksTables } from './tables.ts'
import { TOLD } from './told.ts'

/**
 * Writes down what must be told of an event, one message per webhook that listens, in the transaction that handles it.
 * Handled again, nothing is written twice.
 */
export async function writeMessages(desk: Desk, trx: Executor, event: DeskEvent): Promise<void> {
  if (!Object.hasOwn(TOLD, event.name)) return
  const tables = tablesOf<WebhooksTables>(trx)
  const listening = await tables
    .selectFrom('webhooks')
    .select('id')
    .where('companyId', '=', event.companyId)
    .where('state', '=', 'on')
    .where((eb) => eb(eb.val(event.name), '=', eb.fn.any('events')))
    .execute()
  if (listening.length === 0) return
  const at = desk.clock.now()
  const body = bodyOf(event.name, at, { ...event.payload, ...(await factsOf(trx, event)) })
  const rows = listening.map(({ id: webhookId }) => ({
    webhookId,
    body,
    at,
    event: event.name,
    id: uuid({ msecs: at.getTime() }),
    companyId: event.companyId,
    eventId: event.id,
    dueAt: at,
    leaseUntil: null,
  }))
  await tables
    .insertInto('webhookMessages')
    .values(rows)
    .onConflict((c) => c.columns(['webhookId', 'eventId']).doNothing())
    .execute()
  await wake(trx, WEBHOOKS_WORK)
}

/** The payload of Standard Webhooks: what happened, when, and to which things. */
export const bodyOf = (type: string, at: Date, data: Record<string, unknown>): string =>
  JSON.stringify({ type, timestamp: at.toISOString(), data })

/** What a program would ask for at once: where the post is, and what it says. */
async function factsOf(trx: Executor, { companyId, name, payload }: DeskEvent) {
  if (!name.startsWith('delivery.')) return {}
  const [delivery] = await deliveriesOf(trx, companyId, [String(payload['deliveryId'])])
  if (!delivery) return {}
  const { state, text, remoteUrl, publishedAt, trouble } = delivery
  return { state, text, remoteUrl, publishedAt: publishedAt?.toISOString() ?? null, trouble }
}
