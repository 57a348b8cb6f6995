import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { inOneTransaction } from '#platform/db/join-transaction.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Actor } from '#platform/http/route.ts'
import type { Occurrence, PlanningTables } from '../tables.ts'
import { tell } from './create-recurrence.ts'
import { noSuchOccurrence } from './errors.ts'
import { lockRecurrence, occurrencesOf } from './store.ts'
import { takeBack } from './take-back.ts'

/**
 * Stops a series, or lets it go on. Stopped, its posts to come are taken off the calendar, those a person touched
 * excepted; what passes meanwhile is skipped, never made up for.
 */
export async function switchRecurrence(
  desk: Desk,
  actor: Actor,
  id: string,
  state: 'on' | 'off',
): Promise<void> {
  await inOneTransaction(desk, async (within) => {
    const recurrence = await lockRecurrence(within.db, actor.companyId, id)
    if (recurrence.state === state) return
    const now = within.clock.now()
    const toCome = (await occurrencesOf(within.db, [id])).filter(({ at }) => at > now)
    if (state === 'off') await free(within, id, await takeBack(within, actor, toCome))
    await tablesOf<PlanningTables>(within.db)
      .updateTable('recurrences')
      .set((eb) => ({ state, lookAt: now, version: eb('version', '+', 1), updatedAt: now }))
      .where('id', '=', id)
      .execute()
    await tell(within, actor, id, state === 'off' ? 'recurrence.stopped' : 'recurrence.resumed')
  })
}

/**
 * Leaves one time out before its post is made, or takes it in again. A post that is made is deleted like any other.
 * @throws Problem when the series has no such time, or its post is made
 */
export async function skipOccurrence(
  desk: Desk,
  actor: Actor,
  id: string,
  { wallTime, skipped }: { wallTime: string; skipped: boolean },
): Promise<void> {
  await inOneTransaction(desk, async (within) => {
    await lockRecurrence(within.db, actor.companyId, id)
    const changed = await tablesOf<PlanningTables>(within.db)
      .updateTable('occurrences')
      .set({ state: skipped ? 'skipped' : 'waiting' })
      .where('recurrenceId', '=', id)
      .where('wallTime', '=', wallTime)
      .where('state', 'in', ['waiting', 'skipped'])
      .where('at', '>', within.clock.now())
      .returning('wallTime')
      .executeTakeFirst()
    if (!changed) throw new Problem(noSuchOccurrence, { wallTime: wallTime.replace('T', ' ') })
    await tablesOf<PlanningTables>(within.db)
      .updateTable('recurrences')
      .set({ lookAt: within.clock.now() })
      .where('id', '=', id)
      .execute()
    await tell(within, actor, id, skipped ? 'recurrence.skipped' : 'recurrence.unskipped', {
      wallTime,
    })
  })
}

async function free({ db }: Desk, id: string, times: readonly Occurrence[]): Promise<void> {
  if (times.length === 0) return
  await tablesOf<PlanningTables>(db)
    .updateTable('occurrences')
    .set({ state: 'waiting', postId: null, madeVersion: null, reason: null })
    .where('recurrenceId', '=', id)
    .where(
      'wallTime',
      'in',
      times.map(({ wallTime }) => wallTime),
    )
    .execute()
}
