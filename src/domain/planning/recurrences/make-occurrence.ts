import { v7 as uuid } from 'uuid'
import type { Desk } from '#domain/desk.ts'
import { draftPost, leaveBefore, postsOf, schedulePost } from '#domain/publishing/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { authorOf } from '../author-of.ts'
import { refusalOf } from '../refusal-of.ts'
import type { Occurrence, PlanningTables, Recurrence } from '../tables.ts'
import { LATEST_MS } from './close-past.ts'

/**
 * Makes the post of one time of a series: a real one, on the calendar, that people may edit by itself. When it cannot
 * be scheduled it stays a draft, and the time says why. In the caller's transaction.
 */
export async function makeOccurrence(
  desk: Desk,
  recurrence: Recurrence,
  { wallTime, position, at }: Occurrence,
): Promise<void> {
  const { id: recurrenceId, companyId, template, texts, timeZone } = recurrence
  const postId = uuid({ msecs: desk.clock.now().getTime() })
  const text = texts[position % texts.length] ?? template.text
  const author = authorOf(recurrence)
  const origin = { kind: 'recurrence', id: recurrenceId }
  const undrafted = await refusalOf(() =>
    draftPost(desk, author, postId, { ...template, text }, origin),
  )
  const refusal =
    undrafted ??
    (await refusalOf(() => schedulePost(desk, author, postId, { version: 1, wallTime, timeZone })))
  if (!refusal) await leaveBefore(desk.db, postId, new Date(at.getTime() + LATEST_MS))
  const [post] = await postsOf(desk.db, companyId, [postId])
  await tablesOf<PlanningTables>(desk.db)
    .updateTable('occurrences')
    .set({
      state: refusal ? 'refused' : 'made',
      postId: post?.id ?? null,
      madeVersion: post?.version ?? null,
      reason: refusal && JSON.stringify(refusal),
    })
    .where('recurrenceId', '=', recurrenceId)
    .where('wallTime', '=', wallTime)
    .execute()
}
