import { addDays, weekOf } from '../calendar/days.ts'

/** A week drawn day by day, or a run of weeks in which nothing stands. */
export type Row = { days: string[] } | { from: string; empty: number }

/** Ten years: whoever mistypes a year still sees a page. */
const MOST_WEEKS = 520

/**
 * The weeks a campaign covers, Monday first: from its first day or post to its last. Two weeks or more without a
 * post fold into one row that says so.
 * @param days where its posts stand, `2026-12-01`
 */
export function weeksOfCampaign(
  { startsOn, endsOn }: { startsOn: string | null; endsOn: string | null },
  days: readonly string[],
): Row[] {
  const edges = [startsOn, endsOn, ...days].filter((day) => day !== null).toSorted()
  const [first, last] = [edges[0], edges.at(-1)]
  if (!first || !last) return []
  const rows: Row[] = []
  let empty: string[][] = []
  const fold = () => {
    if (empty.length === 1) rows.push(...empty.map((week) => ({ days: week })))
    if (empty.length > 1) rows.push({ from: empty[0]?.[0] ?? first, empty: empty.length })
    empty = []
  }
  let monday = weekOf(first)[0] ?? first
  for (let count = 0; monday <= last && count < MOST_WEEKS; count++) {
    const week = weekOf(monday)
    if (days.some((day) => week.includes(day))) {
      fold()
      rows.push({ days: week })
    } else empty.push(week)
    monday = addDays(monday, 7)
  }
  fold()
  return rows
}
