import { sql } from 'kysely'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { inOneTransaction } from '#platform/db/join-transaction.ts'
import { emit } from '#platform/events/outbox.ts'
import { firstDue } from '#platform/jobs/first-due.ts'
import type { Occurrence, PlanningTables, Recurrence } from '../tables.ts'
import { closePast, LATEST_MS } from './close-past.ts'
import { makeOccurrence } from './make-occurrence.ts'
import { occurrencesOf } from './store.ts'

/** How many posts of a series stand on the calendar at a time. The others wait: what is not made cannot leave. */
export const AHEAD = 4

/**
 * Looks after the next series that is due: closes what is past, and makes posts until the next few stand on the
 * calendar. All in one transaction: a desk that dies in the middle has made nothing, and begins again.
 * @returns false when none is due
 */
export async function lookAfterNext(desk: Desk): Promise<boolean> {
  let claimed: Recurrence | undefined
  try {
    return await inOneTransaction(desk, async (within) => {
      claimed = await claim(within)
      if (claimed) await lookAfter(within, claimed)
      return claimed !== undefined
    })
  } catch (error) {
    // One that cannot be looked after must not keep the others waiting.
    if (claimed) await putOff(desk, claimed.id)
    throw error
  }
}

async function lookAfter(desk: Desk, recurrence: Recurrence): Promise<void> {
  const { id, companyId, state } = recurrence
  const times = await occurrencesOf(desk.db, [id])
  let changes = await closePast(desk, recurrence, times)
  const toCome = times.filter(({ at }) => at > desk.clock.now())
  if (state === 'on') changes += await makeAhead(desk, recurrence, toCome)
  await lookAgain(desk, id)
  if (changes > 0) await emit(desk.db, companyId, 'recurrence.changed', { recurrenceId: id })
}

async function claim({ db, clock }: Desk): Promise<Recurrence | undefined> {
  return tablesOf<PlanningTables>(db)
    .selectFrom('recurrences')
    .selectAll()
    .$call((rows) => firstDue(rows, 'lookAt', clock.now()))
    .executeTakeFirst()
}

async function makeAhead(
  desk: Desk,
  recurrence: Recurrence,
  toCome: readonly Occurrence[],
): Promise<number> {
  const standing = toCome.filter(({ state }) => state === 'made').length
  const next = toCome
    .filter(({ state }) => state === 'waiting')
    .slice(0, Math.max(0, AHEAD - standing))
  for (const occurrence of next) await makeOccurrence(desk, recurrence, occurrence)
  return next.length
}

/** When its next post should have left, and it is certain whether it did. */
async function lookAgain({ db }: Desk, id: string): Promise<void> {
  const { next } = await tablesOf<PlanningTables>(db)
    .selectFrom('occurrences')
    .select(sql<Date | null>`min(at)`.as('next'))
    .where('recurrenceId', '=', id)
    .where('state', 'in', ['made', 'waiting'])
    .executeTakeFirstOrThrow()
  await tablesOf<PlanningTables>(db)
    .updateTable('recurrences')
    .set({ lookAt: next && new Date(next.getTime() + LATEST_MS) })
    .where('id', '=', id)
    .execute()
}

const PUT_OFF_MS = 10 * 60_000

async function putOff({ db, clock }: Desk, id: string): Promise<void> {
  await tablesOf<PlanningTables>(db)
    .updateTable('recurrences')
    .set({ lookAt: new Date(clock.now().getTime() + PUT_OFF_MS) })
    .where('id', '=', id)
    .execute()
}
