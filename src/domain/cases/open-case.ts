import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { audit, memberNames } from '#domain/governance/index.ts'
import {
  alertOf,
  findMention,
  holdMentions,
  type Mention,
  mentionsOfAlert,
} from '#domain/listening/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Actor } from '#platform/http/route.ts'
import type { caseInput } from './api.ts'
import { noMention, notAMember } from './errors.ts'
import { planLetter } from './letters.ts'
import type { CaseKind, CasesTables, Person } from './tables.ts'

/** Of an alert's mentions, how many its case holds from the beginning. */
const FIRST_OF_ALERT = 20

/**
 * Makes a lead or a case of mentions; the author of the first is the person behind it.
 * @throws Problem when a mention is not kept, or the member is none
 */
export async function openCase(
  desk: Desk,
  actor: Actor,
  id: string,
  { mentionIds, ...input }: z.output<typeof caseInput>,
): Promise<void> {
  const { companyId } = actor
  await refuseStranger(desk.db, companyId, input.assignedTo)
  const found = await Promise.all(
    [...new Set(mentionIds)].map((one) => findMention(desk.db, companyId, one)),
  )
  const mentions = found.filter((one) => one !== undefined)
  const [first] = mentions
  if (!first || mentions.length < found.length) throw new Problem(noMention)
  await keepCase(desk, actor, id, {
    ...input,
    title: input.title ?? null,
    mentions,
    person: personOf(first),
    alertId: null,
  })
}

/**
 * The case of an alert, with its first mentions: opened once, whoever presses.
 * @returns the id of its case
 * @throws Problem when there is no such alert
 */
export async function openCaseOfAlert(
  desk: Desk,
  actor: Actor,
  id: string,
  alertId: string,
): Promise<string> {
  const { companyId } = actor
  const alert = await alertOf(desk, companyId, alertId)
  const mentions = await mentionsOfAlert(desk.db, companyId, alert, FIRST_OF_ALERT)
  await keepCase(desk, actor, id, {
    kind: 'case',
    // Single posts say what it is about; forgotten, they take that with them.
    title: alert.risk === null ? alert.query.name : null,
    assignedTo: null,
    dueOn: null,
    mentions,
    person: null,
    alertId,
  })
  const row = await tablesOf<CasesTables>(desk.db)
    .selectFrom('cases')
    .select('id')
    .where('companyId', '=', companyId)
    .where('alertId', '=', alertId)
    .executeTakeFirstOrThrow()
  return row.id
}

/** @throws Problem when the id is not that of a member; nobody is fine */
export async function refuseStranger(
  db: Executor,
  companyId: string,
  userId: string | null | undefined,
): Promise<void> {
  if (userId && !(await memberNames(db, companyId)).has(userId)) throw new Problem(notAMember)
}

interface NewCase {
  kind: CaseKind
  title: string | null
  assignedTo: string | null
  dueOn: string | null
  person: Person | null
  alertId: string | null
  mentions: readonly Pick<Mention, 'id'>[]
}

async function keepCase(
  desk: Desk,
  actor: Actor,
  id: string,
  { mentions, person, ...input }: NewCase,
): Promise<void> {
  const { companyId, id: by, name } = actor
  const now = desk.clock.now()
  const meta = { openedBy: name, openedAt: now, changedBy: name, changedAt: now }
  await tablesOf<CasesTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const fresh = await trx
        .insertInto('cases')
        .values({ id, companyId, ...input, ...meta, person: person && JSON.stringify(person) })
        // The same request again, or somebody who opened the case of that alert a moment ago.
        .onConflict((c) => c.doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!fresh) return
      const ids = mentions.map((one) => one.id)
      if (ids.length > 0)
        await trx
          .insertInto('caseMentions')
          .values(ids.map((mentionId) => ({ caseId: id, mentionId, companyId, addedAt: now })))
          .execute()
      await holdMentions(trx, companyId, ids)
      if (input.assignedTo) await planLetter(desk, trx, actor, id, input.assignedTo)
      const action = input.kind === 'lead' ? 'case.lead-opened' : 'case.opened'
      await audit(trx, { companyId, at: now, actor: by, action, subject: `case:${id}` })
      await emit(trx, companyId, 'case.opened', { caseId: id })
    })
}

function personOf({ author, connectorId }: Mention): Person | null {
  if (!author) return null
  const { remoteId, name, handle, profileUrl = null } = author
  return { connectorId, remoteId, name, handle, profileUrl }
}
