import type { z } from 'zod'
import { refuseOtherAccounts } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { planReply, type Reply } from '#domain/publishing/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import type { replyInput } from './api.ts'
import { noSuchMessage } from './errors.ts'
import type { InboxTables } from './tables.ts'

/**
 * Answers what was said in a conversation: the message that is named, the last one when none is. The reply leaves by
 * the same ledger as posts: once, or the person knows why not.
 * @param messageId of the reply; asked for twice under one id, it is one
 * @throws Problem when nobody said such a thing there, when it cannot be answered, or these words cannot leave
 */
export async function reply(
  desk: Desk,
  actor: Actor,
  conversationId: string,
  messageId: string,
  { text, resolve, answers }: z.output<typeof replyInput>,
): Promise<void> {
  const now = desk.clock.now()
  const found = await findConversation(desk, actor.companyId, conversationId)
  const { channelId, lastInboundAt: lastHeard } = found
  await refuseOtherAccounts(desk.db, actor, [{ channelId, pointer: '/channelId' }])
  await tablesOf<InboxTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const { replyTo, isLast } = await whatItAnswers(trx, conversationId, answers)
      const deliveryId = await planReply(trx, desk, {
        companyId: actor.companyId,
        channelId,
        replyTo,
        lastHeard,
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
          channelId,
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
          // What was said since then, nobody has seen yet.
          ...(isLast ? { unread: false } : {}),
          ...(resolve && isLast ? { state: 'resolved' as const, resolvedAt: now } : {}),
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

/**
 * What people said there, as the network named it, and whether it is the last of it. Two messages may bear one instant:
 * the one kept later is the last.
 * @throws Problem when none of them is the one that is meant
 */
async function whatItAnswers(
  trx: Executor,
  conversationId: string,
  messageId: string | undefined,
): Promise<{ replyTo: Reply['replyTo']; isLast: boolean }> {
  const all = await tablesOf<InboxTables>(trx)
    .selectFrom('messages')
    .select(['id', 'remoteId', 'data'])
    .where('conversationId', '=', conversationId)
    .where('direction', '=', 'in')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const said = messageId === undefined ? all[0] : all.find(({ id }) => id === messageId)
  if (!said)
    throw new Problem(
      noSuchMessage,
      {},
      { fields: [{ pointer: '/answers', detail: noSuchMessage.detail }] },
    )
  const { remoteId, data } = said
  return {
    replyTo: { remoteId: remoteId ?? '', ...(data ? { data } : {}) },
    isLast: said === all[0],
  }
}

async function findConversation(desk: Desk, companyId: string, id: string) {
  const found = await tablesOf<InboxTables>(desk.db)
    .selectFrom('conversations')
    .select(['channelId', 'lastInboundAt'])
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new Problem(notFound)
  return found
}
