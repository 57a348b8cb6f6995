import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { audit, memberNames } from '#domain/governance/index.ts'
import { blockVisitor } from '#domain/visits/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import type { conversationChanges } from './api.ts'
import { cannotBlock, notAMember } from './errors.ts'
import type { InboxTables } from './tables.ts'

/**
 * Resolves, reopens, assigns, marks as read, blocks its visitor.
 * @throws Problem when there is no such conversation or member, or nobody to block
 */
export async function changeConversation(
  desk: Desk,
  actor: Actor,
  id: string,
  changes: z.output<typeof conversationChanges>,
): Promise<void> {
  const now = desk.clock.now()
  const { companyId } = actor
  if (changes.assignedTo) {
    const names = await memberNames(desk.db, companyId)
    if (!names.has(changes.assignedTo)) throw new Problem(notAMember)
  }
  const { state, blocked, ...rest } = changes
  const set = {
    ...rest,
    ...(state ? { state, resolvedAt: state === 'resolved' ? now : null } : {}),
  }
  if (blocked !== undefined) await block(desk, actor, id, blocked)
  if (Object.keys(set).length === 0) return
  await tablesOf<InboxTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const changed = await trx
        .updateTable('conversations')
        .set(set)
        .where('companyId', '=', companyId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst()
      if (!changed) throw new Problem(notFound)
      if (state) {
        const action = state === 'resolved' ? 'conversation.resolved' : 'conversation.reopened'
        await audit(trx, {
          companyId,
          at: now,
          actor: actor.id,
          action,
          subject: `conversation:${id}`,
        })
      }
      await emit(
        trx,
        companyId,
        state === 'resolved' ? 'conversation.resolved' : 'conversation.changed',
        { conversationId: id },
      )
    })
}

async function block(desk: Desk, actor: Actor, id: string, blocked: boolean): Promise<void> {
  const now = desk.clock.now()
  const { companyId } = actor
  await tablesOf<InboxTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const conversation = await trx
        .selectFrom('conversations')
        .select(['channelId', 'threadId'])
        .where('companyId', '=', companyId)
        .where('id', '=', id)
        .executeTakeFirst()
      if (!conversation) throw new Problem(notFound)
      const { channelId, threadId } = conversation
      const at = blocked ? now : null
      if (!(await blockVisitor(trx, { id: channelId, companyId }, threadId, at)))
        throw new Problem(cannotBlock)
      const action = blocked ? 'conversation.blocked' : 'conversation.unblocked'
      await audit(trx, {
        companyId,
        at: now,
        actor: actor.id,
        action,
        subject: `conversation:${id}`,
      })
      await emit(trx, companyId, 'conversation.changed', { conversationId: id })
    })
}
