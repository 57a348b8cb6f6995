import { v7 as uuid } from 'uuid'
import type { Inbound } from '#connectors/_contract/connector.ts'
import type { Channel } from '#domain/channels/index.ts'
import { knowAuthor } from '#domain/people/index.ts'
import { findDeliveryByRemote } from '#domain/publishing/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { RECEIVED } from './let-listening-hear.ts'
import type { InboxTables } from './tables.ts'

/**
 * Keeps something said to us. The network may tell it twice: it is kept once.
 * A resolved conversation that goes on opens again.
 * @returns whether it was new
 */
export async function keepInbound(
  db: Executor,
  channel: Channel,
  inbound: Inbound,
  now: Date,
): Promise<boolean> {
  const tables = tablesOf<InboxTables>(db)
  const known = await tables
    .selectFrom('messages')
    .select('id')
    .where('channelId', '=', channel.id)
    .where('remoteId', '=', inbound.remoteId)
    .executeTakeFirst()
  if (known) return false

  const { companyId, connectorId } = channel
  const contactId = await knowAuthor(db, { companyId, connectorId, author: inbound.author, now })
  const conversation = await openConversation(db, channel, inbound, contactId)
  const inserted = await tables
    .insertInto('messages')
    .values({
      id: uuid(),
      companyId,
      conversationId: conversation.id,
      channelId: channel.id,
      direction: 'in',
      remoteId: inbound.remoteId,
      authorIdentity: inbound.author.remoteId,
      authorUser: null,
      text: inbound.text,
      url: inbound.url ?? null,
      at: inbound.at,
      data: JSON.stringify(inbound.data ?? null),
      deliveryId: null,
      keptAt: now,
    })
    .onConflict((c) => c.columns(['channelId', 'remoteId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) return false
  const name = conversation.isNew ? 'conversation.opened' : 'conversation.changed'
  await emit(db, companyId, name, { conversationId: conversation.id, channelId: channel.id })
  if (inbound.kind !== 'message') await emit(db, companyId, RECEIVED, { messageId: inserted.id })
  return true
}

async function openConversation(
  db: Executor,
  channel: Channel,
  inbound: Inbound,
  contactId: string,
) {
  const tables = tablesOf<InboxTables>(db)
  const id = uuid()
  const delivery = inbound.inReplyTo
    ? await findDeliveryByRemote(db, channel.id, inbound.inReplyTo)
    : undefined
  const row = await tables
    .insertInto('conversations')
    .values({
      id,
      companyId: channel.companyId,
      channelId: channel.id,
      threadId: inbound.threadId,
      kind: inbound.kind,
      contactId,
      deliveryId: delivery?.id ?? null,
      state: 'open',
      assignedTo: null,
      openedAt: inbound.at,
      lastInboundAt: inbound.at,
      lastMessageAt: inbound.at,
      firstReplyAt: null,
      resolvedAt: null,
      unread: true,
    })
    .onConflict((c) =>
      c.columns(['channelId', 'threadId']).doUpdateSet((eb) => ({
        state: 'open',
        unread: true,
        resolvedAt: null,
        lastInboundAt: eb.fn('greatest', ['conversations.lastInboundAt', eb.val(inbound.at)]),
        lastMessageAt: eb.fn('greatest', ['conversations.lastMessageAt', eb.val(inbound.at)]),
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id: row.id, isNew: row.id === id }
}
