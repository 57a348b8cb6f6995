import type { Desk } from '#domain/desk.ts'
import { deliveriesOf } from '#domain/publishing/index.ts'
import { FORGOTTEN } from '#domain/visits/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Subscription } from '#platform/events/dispatch.ts'
import { type DeskEvent, emit } from '#platform/events/outbox.ts'
import { forgetSaid } from './forget-said.ts'
import { letListeningHear } from './let-listening-hear.ts'
import type { InboxTables } from './tables.ts'

/** What became of our replies; what listening is to hear; and what visitors said that is kept no longer. */
export function subscriptions(desk: Desk): Subscription[] {
  return [
    { event: 'delivery.published', handle: replyLeft },
    { event: 'delivery.failed', handle: replyMoved },
    { event: 'delivery.unknown', handle: replyMoved },
    letListeningHear(desk),
    { event: FORGOTTEN, handle: (trx, event) => forgetSaid(trx, event, desk.clock.now()) },
  ]
}

async function replyLeft(trx: Executor, event: DeskEvent): Promise<void> {
  const message = await messageOf(trx, event)
  if (!message) return
  const [delivery] = await deliveriesOf(trx, event.companyId, [String(event.payload['deliveryId'])])
  const tables = tablesOf<InboxTables>(trx)
  if (delivery?.remoteId) {
    const { remoteId, remoteUrl: url } = delivery
    await tables
      .updateTable('messages')
      .set({ remoteId, url })
      .where('id', '=', message.id)
      .execute()
  }
  await tables
    .updateTable('conversations')
    .set({ firstReplyAt: delivery?.publishedAt ?? message.at })
    .where('id', '=', message.conversationId)
    .where('firstReplyAt', 'is', null)
    .execute()
  await emit(trx, event.companyId, 'conversation.changed', {
    conversationId: message.conversationId,
  })
}

async function replyMoved(trx: Executor, event: DeskEvent): Promise<void> {
  const message = await messageOf(trx, event)
  if (!message) return
  await emit(trx, event.companyId, 'conversation.changed', {
    conversationId: message.conversationId,
  })
}

async function messageOf(trx: Executor, { payload }: DeskEvent) {
  return tablesOf<InboxTables>(trx)
    .selectFrom('messages')
    .select(['id', 'conversationId', 'at'])
    .where('deliveryId', '=', String(payload['deliveryId']))
    .executeTakeFirst()
}
