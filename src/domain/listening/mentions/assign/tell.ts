import type { Desk } from '#domain/desk.ts'
import { companyOf, membersToTell } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { firstDue } from '#platform/jobs/first-due.ts'
import { assignmentLetter } from './assignment-letter.ts'
import type { Assignment, AssignmentTables } from './tables.ts'

export const TELL_WORK = 'mention-assignments'

const MINUTE = 60_000
/** What is given within this time is told in one letter. */
const GATHER = 5 * MINUTE
const AGAIN = 10 * MINUTE
/** Of what was given longer ago, nothing more is tried: the screen has shown it meanwhile. */
const STALE = 24 * 60 * MINUTE

/** When to write to whoever is given a mention at that time; null where nobody is written to. Wakes the work. */
export async function whenToTell(
  desk: Desk,
  trx: Executor,
  companyId: string,
  at: Date,
): Promise<Date | null> {
  const { practice } = await companyOf(trx, companyId)
  if (practice || !desk.mail.ready) return null
  await wake(trx, TELL_WORK)
  return new Date(at.getTime() + GATHER)
}

/** When the next letter is due; null when there is none. */
export async function nextToTell(desk: Desk): Promise<Date | null> {
  const row = await tablesOf<AssignmentTables>(desk.db)
    .selectFrom('mentionAssignments')
    .select((eb) => eb.fn.min('tellAt').as('due'))
    .executeTakeFirst()
  return row?.due ?? null
}

/**
 * Writes to one person of all they were given. It is committed that the letter leaves before it does: killed in between,
 * it is perhaps lost and never sent twice; the list of what is in one's charge shows it all the same.
 * @returns whether there was somebody to write to
 */
export async function tellNext(desk: Desk): Promise<boolean> {
  const given = await take(desk)
  const [first] = given
  if (!first) return false
  const { companyId, userId } = first
  const member = (await membersToTell(desk.db, companyId)).find((one) => one.userId === userId)
  const letter = member && (await assignmentLetter(desk, companyId, member, given))
  if (!letter) return true
  const { outcome } = await desk.mail.send(letter)
  if (outcome === 'later') await tellLater(desk, given)
  return true
}

function take(desk: Desk): Promise<Assignment[]> {
  return tablesOf<AssignmentTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const due = await trx
        .selectFrom('mentionAssignments')
        .select(['companyId', 'userId'])
        .$call((rows) => firstDue(rows, 'tellAt', desk.clock.now()))
        .executeTakeFirst()
      if (!due) return []
      const taken = await trx
        .updateTable('mentionAssignments')
        .set({ tellAt: null })
        .where('companyId', '=', due.companyId)
        .where('userId', '=', due.userId)
        .where('tellAt', 'is not', null)
        .returningAll()
        .execute()
      return taken.toSorted((a, b) => a.at.getTime() - b.at.getTime())
    })
}

/** The mail server took nothing. What was given to another meanwhile is told by that. */
async function tellLater(desk: Desk, given: readonly Assignment[]): Promise<void> {
  const now = desk.clock.now().getTime()
  const young = given.filter(({ at }) => now - at.getTime() < STALE)
  for (const { mentionId, userId, at } of young)
    await tablesOf<AssignmentTables>(desk.db)
      .updateTable('mentionAssignments')
      .set({ tellAt: new Date(now + AGAIN) })
      .where('mentionId', '=', mentionId)
      .where('userId', '=', userId)
      .where('at', '=', at)
      .execute()
}
