import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Draft, instantOf } from '#domain/publishing/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { inOneTransaction } from '#platform/db/join-transaction.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Actor } from '#platform/http/route.ts'
import { refuseOthers } from '../refuse-others.ts'
import type { Occurrence, PlanningTables, Recurrence } from '../tables.ts'
import type { recurrenceChanges } from './api.ts'
import { insertSeries, insertTimes, occasionsToCome, tell } from './create-recurrence.ts'
import { noSuchOccurrence, seriesChanged } from './errors.ts'
import type { Occasion } from './rule.ts'
import { lockRecurrence, occurrencesOf } from './store.ts'
import { takeBack } from './take-back.ts'

type Changes = z.output<typeof recurrenceChanges>

/**
 * Changes what is still to come of a series: all of it, or from one time on, which then becomes a series of its own.
 * Posts that a person changed, moved or took off by hand stay as that person left them.
 * @param newId id of the second series, when it is cut in two
 * @returns id of the series that holds what was changed
 */
export async function changeRecurrence(
  desk: Desk,
  actor: Actor,
  id: string,
  changes: Changes,
  newId: string,
): Promise<string> {
  return inOneTransaction(desk, async (within) => {
    const recurrence = await lockRecurrence(within.db, actor.companyId, id)
    if (recurrence.version !== changes.version) throw new Problem(seriesChanged)
    await refuseOthers(within.db, actor, recurrence.template)
    if (changes.post) await refuseOthers(within.db, actor, changes.post)
    const toCome = (await occurrencesOf(within.db, [id])).filter(({ at }) => at > desk.clock.now())
    const from = firstOf(toCome, changes.from)
    const touched = toCome.filter(({ at }) => at >= from.at)
    const isWhole = touched.length === toCome.length
    const free = await takeBack(within, actor, touched, changes.from)
    const target = isWhole ? id : newId
    if (isWhole) await rewrite(within, recurrence, from, changes)
    else await cut(within, actor, recurrence, { changes, id: newId, from })
    await layOut(within, recurrence, { target, from, free, changes })
    await tell(within, actor, target, 'recurrence.changed', { from: from.wallTime })
    if (!isWhole) await tell(within, actor, id, 'recurrence.cut', { at: from.wallTime })
    return target
  })
}

function firstOf(toCome: readonly Occurrence[], wallTime: string | undefined): Occurrence {
  const found = wallTime ? toCome.find((time) => time.wallTime === wallTime) : toCome[0]
  if (!found) throw new Problem(noSuchOccurrence, { wallTime: (wallTime ?? '').replace('T', ' ') })
  return found
}

const contentOf = (recurrence: Recurrence, { post, texts }: Changes) => ({
  post: (post ?? recurrence.template) as Draft,
  // New words for all take the place of those that took turns.
  texts: texts ?? (post && post.text !== recurrence.template.text ? [] : recurrence.texts),
})

async function rewrite(
  { db, clock }: Desk,
  recurrence: Recurrence,
  from: Occurrence,
  changes: Changes,
) {
  const { post, texts } = contentOf(recurrence, changes)
  const first = changes.rule ? from.wallTime : recurrence.wallTime
  await tablesOf<PlanningTables>(db)
    .updateTable('recurrences')
    .set((eb) => ({
      template: JSON.stringify(post),
      texts,
      rule: changes.rule ?? recurrence.rule,
      wallTime: at(first, changes.time),
      lookAt: clock.now(),
      version: eb('version', '+', 1),
      updatedAt: clock.now(),
    }))
    .where('id', '=', recurrence.id)
    .execute()
}

async function cut(
  desk: Desk,
  actor: Actor,
  recurrence: Recurrence,
  { changes, id, from }: { changes: Changes; id: string; from: Occurrence },
) {
  const { rule, timeZone } = recurrence
  const wallTime = at(from.wallTime, changes.time)
  const series = { rule: changes.rule ?? rule, wallTime, timeZone }
  await insertSeries(desk, actor, {
    ...contentOf(recurrence, changes),
    id,
    series,
    occasions: [],
    follows: recurrence,
  })
  await tablesOf<PlanningTables>(desk.db)
    .updateTable('recurrences')
    .set((eb) => ({ version: eb('version', '+', 1), lookAt: desk.clock.now() }))
    .where('id', '=', recurrence.id)
    .execute()
}

interface Layout {
  target: string
  from: Occurrence
  /** Times that nobody has touched. */
  free: readonly Occurrence[]
  changes: Changes
}

/** Writes the times anew: by the new rule, or the same days at the new hour. */
async function layOut(desk: Desk, recurrence: Recurrence, { target, from, free, changes }: Layout) {
  const { companyId, timeZone, id } = recurrence
  if (free.length > 0) {
    await tablesOf<PlanningTables>(desk.db)
      .deleteFrom('occurrences')
      .where('recurrenceId', '=', id)
      .where(
        'wallTime',
        'in',
        free.map((time) => time.wallTime),
      )
      .execute()
  }
  const start = at(from.wallTime, changes.time)
  const occasions = changes.rule
    ? occasionsToCome(desk, { rule: changes.rule, wallTime: start, timeZone })
    : free.flatMap(({ wallTime }) => occasionAt(at(wallTime, changes.time), timeZone))
  await insertTimes(
    desk.db,
    companyId,
    target,
    occasions.filter((occasion) => occasion.at > desk.clock.now()),
    from.position,
  )
}

function occasionAt(wallTime: string, timeZone: string): Occasion[] {
  const meant = instantOf(wallTime, timeZone)
  return meant ? [{ wallTime, at: meant.instant }] : []
}

const at = (wallTime: string, time: string | undefined) =>
  time ? `${wallTime.slice(0, 10)}T${time}` : wallTime
