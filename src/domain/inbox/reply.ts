import { connectorOf, findChannel, limitsOf, refuseOtherAccounts } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { planReply } from '#domain/publishing/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import { cannotReply, replyTooLong } from './errors.ts'
import type { InboxTables } from './tables.ts'

/**
 * Answers the last thing said in a conversation. The reply leaves by the same ledger as posts: once, or the
 * person knows why not.
 * @returns the message's id; where it stands is read with the conversation
 */
export async function reply(
  desk: Desk,
  actor: Actor,
  conversationId: string,
  messageId: string,
  { text, resolve }: { text: string; resolve: boolean },
): Promise<void> {
  const now = desk.clock.now()
  const conversation = await findConversation(desk, actor.companyId, conversationId)
  await refuseOtherAccounts(desk.db, actor, [
    { channelId: conversation.channelId, pointer: '/channelId' },
  ])
  const channel = await findChannel(desk.db, actor.companyId, conversation.channelId)
  if (channel?.state !== 'connected')
    throw new Problem(cannotReply, { handle: channel?.handle ?? '' })
  refuseTooLong(desk, channel, text)
  await tablesOf<InboxTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const last = await trx
        .selectFrom('messages')
        .select(['remoteId', 'data'])
        .where('conversationId', '=', conversationId)
        .where('direction', '=', 'in')
        .orderBy('at', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
      const deliveryId = await planReply(trx, desk, {
        companyId: actor.companyId,
        channelId: channel.id,
        replyTo: { remoteId: last.remoteId ?? '', ...(last.data ? { data: last.data } : {}) },
        text,
        by: actor.id,
        id: messageId,
      })
      const inserted = await trx
        .insertInto('messages')
        .values({
          id: messageId,
          companyId: actor.companyId,
          conversationId,
          channelId: channel.id,
          direction: 'out',
          remoteId: null,
          authorIdentity: null,
          authorUser: actor.name,
          text,
          url: null,
          at: now,
          data: JSON.stringify(null),
          deliveryId,
        })
        .onConflict((c) => c.column('id').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!inserted) return
      await trx
        .updateTable('conversations')
        .set({
          lastMessageAt: now,
          unread: false,
          ...(resolve ? { state: 'resolved' as const, resolvedAt: now } : {}),
        })
        .where('id', '=', conversationId)
        .execute()
      await audit(trx, {
        companyId: actor.companyId,
        at: now,
        actor: actor.id,
        action: 'conversation.replied',
        subject: `conversation:${conversationId}`,
      })
      await emit(trx, actor.companyId, 'conversation.changed', { conversationId })
    })
}

async function findConversation(desk: Desk, companyId: string, id: string) {
  const found = await tablesOf<InboxTables>(desk.db)
    .selectFrom('conversations')
    .select(['id', 'channelId'])
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new Problem(notFound)
  return found
}

function refuseTooLong(desk: Desk, channel: Parameters<typeof limitsOf>[1], text: string) {
  const { manifest, text: rules } = connectorOf(desk, channel)
  const { textMax: max } = limitsOf(desk, channel)
  const length = rules.count(text)
  if (max !== null && length > max)
    throw new Problem(replyTooLong, { network: manifest.name, max, length })
}
