import { addDays, weekOf } from '../calendar/days.ts'

/** More rows than this are not a picture any more. */
const MOST_WEEKS = 16

/**
 * The weeks a campaign covers, Monday first: from its first day or post to its last. Of a very long one, those that
 * have posts.
 * @param days where its posts stand, `2026-12-01`
 */
export function weeksOfCampaign(
  { startsOn, endsOn }: { startsOn: string | null; endsOn: string | null },
  days: readonly string[],
): string[][] {
  const edges = [startsOn, endsOn, ...days].filter((day) => day !== null).toSorted()
  const [first, last] = [edges[0], edges.at(-1)]
  if (!first || !last) return []
  const weeks: string[][] = []
  for (let day = first; weekOf(day)[0] !== undefined; day = addDays(day, 7)) {
    const week = weekOf(day)
    if ((week[0] ?? '') > last) break
    weeks.push(week)
    if (weeks.length > 400) break
  }
  if (weeks.length <= MOST_WEEKS) return weeks
  return weeks.filter((week) => days.some((day) => week.includes(day))).slice(0, MOST_WEEKS)
}
