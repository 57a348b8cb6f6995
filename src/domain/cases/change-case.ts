import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { audit, type AuditAction } from '#domain/governance/index.ts'
import { findMention, holdMentions } from '#domain/listening/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import type { caseChanges } from './api.ts'
import { changedMeanwhile, noMention, wrongState } from './errors.ts'
import { planLetter } from './letters.ts'
import { refuseStranger } from './open-case.ts'
import type { CaseKind, CasesTables, CaseState } from './tables.ts'

/**
 * Changes a case, from the version that was read.
 * @throws Problem 409 when somebody changed it since, 422 for a state its kind does not know or a stranger
 */
export async function changeCase(
  desk: Desk,
  actor: Actor,
  id: string,
  { version, ...changes }: z.output<typeof caseChanges>,
): Promise<void> {
  await refuseStranger(desk.db, actor.companyId, changes.assignedTo)
  await onCase(desk, actor, id, async (trx, row) => {
    if (row.version !== version) throw new Problem(changedMeanwhile, { name: row.changedBy })
    if (changes.state && !ends[row.kind].includes(changes.state)) throw new Problem(wrongState)
    const set = { ...changes, changedBy: actor.name, changedAt: desk.clock.now() }
    await tablesOf<CasesTables>(trx)
      .updateTable('cases')
      .set({ ...set, version: version + 1 })
      .where('id', '=', id)
      .execute()
    const { assignedTo } = changes
    if (assignedTo && assignedTo !== row.assignedTo)
      await planLetter(desk, trx, actor, id, assignedTo)
    if (changes.state === undefined || changes.state === row.state) return 'case.changed'
    return changes.state === 'open' ? 'case.reopened' : 'case.ended'
  })
}

const ends: Record<CaseKind, CaseState[]> = {
  lead: ['open', 'won', 'lost'],
  case: ['open', 'closed'],
}

/** Adds a note to the thread of a case. Two people who write at once are both read. @throws Problem when there is none */
export const addNote = (
  desk: Desk,
  actor: Actor,
  id: string,
  noteId: string,
  text: string,
): Promise<void> =>
  onCase(desk, actor, id, async (trx) => {
    const { companyId, name } = actor
    await tablesOf<CasesTables>(trx)
      .insertInto('caseNotes')
      .values({
        id: noteId,
        caseId: id,
        companyId,
        writtenBy: name,
        writtenAt: desk.clock.now(),
        text,
      })
      .onConflict((c) => c.column('id').doNothing())
      .execute()
    return 'case.noted'
  })

/** Has a case hold one more mention. @throws Problem when there is no such case or mention */
export async function holdMention(
  desk: Desk,
  actor: Actor,
  id: string,
  mentionId: string,
): Promise<void> {
  const { companyId } = actor
  if (!(await findMention(desk.db, companyId, mentionId))) throw new Problem(noMention)
  await onCase(desk, actor, id, async (trx) => {
    await tablesOf<CasesTables>(trx)
      .insertInto('caseMentions')
      .values({ caseId: id, mentionId, companyId, addedAt: desk.clock.now() })
      .onConflict((c) => c.doNothing())
      .execute()
    await holdMentions(trx, companyId, [mentionId])
    return 'case.changed'
  })
}

/** Takes a mention out of a case. @throws Problem when there is no such case */
export const letMentionGo = (
  desk: Desk,
  actor: Actor,
  id: string,
  mentionId: string,
): Promise<void> =>
  onCase(desk, actor, id, async (trx) => {
    await tablesOf<CasesTables>(trx)
      .deleteFrom('caseMentions')
      .where('companyId', '=', actor.companyId)
      .where('caseId', '=', id)
      .where('mentionId', '=', mentionId)
      .execute()
    return 'case.changed'
  })

interface Row {
  kind: CaseKind
  state: CaseState
  version: number
  assignedTo: string | null
  changedBy: string
}

/** One deed on a locked case, with its entry in the journal and its event. */
async function onCase(
  desk: Desk,
  actor: Actor,
  id: string,
  deed: (trx: Executor, row: Row) => Promise<AuditAction>,
): Promise<void> {
  const { companyId } = actor
  await tablesOf<CasesTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const row = await trx
        .selectFrom('cases')
        .select(['kind', 'state', 'version', 'assignedTo', 'changedBy'])
        .where('companyId', '=', companyId)
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst()
      if (!row) throw new Problem(notFound)
      const action = await deed(trx, row)
      const at = desk.clock.now()
      await audit(trx, { companyId, at, actor: actor.id, action, subject: `case:${id}` })
      await emit(trx, companyId, 'case.changed', { caseId: id })
    })
}
