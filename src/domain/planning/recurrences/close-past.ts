import type { Desk } from '#domain/desk.ts'
import { deletePost, neverTried, postsOf } from '#domain/publishing/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Occurrence, OccurrenceState, PlanningTables, Recurrence } from '../tables.ts'

/**
 * How late a post of a series may still leave by itself, in milliseconds: six hours. Times of a series are at least
 * twenty hours apart, so that of all that a sleeping desk missed, one at most is this fresh.
 */
export const LATEST_MS = 6 * 3_600_000

/**
 * What became of the times that are past: what was never tried is missed, taken off the calendar and listed; what was
 * tried has a story of its own.
 * @returns how many were closed
 */
export async function closePast(
  desk: Desk,
  recurrence: Recurrence,
  times: readonly Occurrence[],
): Promise<number> {
  const now = desk.clock.now().getTime()
  const made = times.filter((t) => t.state === 'made' && t.at.getTime() + LATEST_MS <= now)
  const unmade = times.filter((t) => t.state === 'waiting' && t.at.getTime() <= now)
  const missed: Occurrence[] = recurrence.state === 'on' ? [...unmade] : []
  const left: Occurrence[] = []
  for (const time of made) {
    const isMissed = time.postId !== null && (await takeOff(desk, recurrence, time.postId))
    ;(isMissed ? missed : left).push(time)
  }
  await close(desk, recurrence, left, 'past')
  await close(desk, recurrence, missed, 'missed')
  if (recurrence.state === 'off') await close(desk, recurrence, unmade, 'skipped')
  const { id: recurrenceId, companyId } = recurrence
  if (missed.length > 0)
    await emit(desk.db, companyId, 'recurrence.missed', { recurrenceId, count: missed.length })
  return made.length + unmade.length
}

/** @returns whether nothing of it was ever tried: then it is off the calendar now */
async function takeOff(desk: Desk, { companyId }: Recurrence, postId: string): Promise<boolean> {
  const stands = await standsOn(desk, companyId, postId)
  if (!stands || !(await neverTried(desk.db, postId))) return false
  await deletePost(desk, { companyId, id: 'desk', name: 'Vigie' }, postId)
  return true
}

/** Whether it still stands where its time has passed: not taken off, not made a draft, not moved to later. */
async function standsOn(desk: Desk, companyId: string, postId: string): Promise<boolean> {
  const [post] = await postsOf(desk.db, companyId, [postId])
  const late = new Date(desk.clock.now().getTime() - LATEST_MS)
  return post?.state === 'scheduled' && post.scheduledAt !== null && post.scheduledAt <= late
}

async function close(
  { db }: Desk,
  { id }: Recurrence,
  times: readonly Occurrence[],
  state: OccurrenceState,
): Promise<void> {
  if (times.length === 0) return
  await tablesOf<PlanningTables>(db)
    .updateTable('occurrences')
    .set({ state })
    .where('recurrenceId', '=', id)
    .where(
      'wallTime',
      'in',
      times.map(({ wallTime }) => wallTime),
    )
    .execute()
}
