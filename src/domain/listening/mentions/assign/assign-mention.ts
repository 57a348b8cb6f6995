import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { audit, memberNames } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import type { MentionView } from '../api.ts'
import { notAMember } from '../../errors.ts'
import type { Mention } from '../../model.ts'
import type { ListeningTables } from '../../tables.ts'
import { takeTurn } from '../../turn.ts'
import { presentMentions } from '../present-mention.ts'
import type { assignmentInput } from './api.ts'
import type { AssignmentTables } from './tables.ts'
import { whenToTell } from './tell.ts'

/**
 * Gives a mention to a member of the company, to oneself, or back to nobody.
 * @throws Problem when the company has no such mention, or no such member
 */
export async function assignMention(
  desk: Desk,
  actor: Actor,
  mentionId: string,
  { userId: wanted, note }: z.output<typeof assignmentInput>,
): Promise<MentionView> {
  const { companyId } = actor
  const userId = wanted === 'me' ? actor.id : wanted
  const mention = await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      // What is too old is erased in its turn as well: it sees either no mention here, or one that is somebody's.
      await takeTurn(trx, companyId)
      const row = await findMention(trx, companyId, mentionId)
      if (userId !== null && !(await memberNames(trx, companyId)).has(userId))
        throw new Problem(notAMember)
      const at = desk.clock.now()
      if (userId === null) await forgetAssignments(trx, [mentionId])
      else {
        const tellAt = userId === actor.id ? null : await whenToTell(desk, trx, companyId, at)
        await keep(trx, { mentionId, companyId, userId, givenBy: actor.name, at, note, tellAt })
      }
      await audit(trx, {
        companyId,
        at,
        actor: actor.id,
        action: userId === null ? 'mention.unassigned' : 'mention.assigned',
        subject: `mention:${mentionId}`,
        ...(userId === null ? {} : { detail: { userId } }),
      })
      await emit(trx, companyId, 'mention.changed', { mentionId })
      return row
    })
  const [view] = await presentMentions(desk, companyId, [mention])
  if (!view) throw new Problem(notFound)
  return view
}

async function findMention(trx: Executor, companyId: string, id: string): Promise<Mention> {
  const row = await tablesOf<ListeningTables>(trx)
    .selectFrom('mentions')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Problem(notFound)
  return row
}

async function keep(trx: Executor, row: AssignmentTables['mentionAssignments']): Promise<void> {
  const { userId, givenBy, at, note, tellAt } = row
  await tablesOf<AssignmentTables>(trx)
    .insertInto('mentionAssignments')
    .values(row)
    .onConflict((c) => c.column('mentionId').doUpdateSet({ userId, givenBy, at, note, tellAt }))
    .execute()
}

/** Forgets who looked after mentions. Runs in the transaction that deletes them. */
export async function forgetAssignments(
  trx: Executor,
  mentionIds: readonly string[],
): Promise<void> {
  if (mentionIds.length === 0) return
  await tablesOf<AssignmentTables>(trx)
    .deleteFrom('mentionAssignments')
    .where('mentionId', 'in', mentionIds)
    .execute()
}
