import { ALIKE, likeness } from './likeness.ts'

/** A post of the shelf, as it is chosen. */
export interface Candidate {
  id: string
  channelIds: readonly string[]
  text: string
  everyWeeks: number
  /** Last day, `2026-12-31`; null: none. */
  until: string | null
  /** Days on which it left from the shelf, or will. */
  days: readonly string[]
}

/** What an account has published lately, or will. */
export interface Neighbour {
  channelId: string
  /** `2026-12-01`, on the company's wall. */
  day: string
  text: string
  fromShelf: boolean
}

const DAY = 86_400_000
const apart = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) / DAY

/**
 * Which post of the shelf goes into a free slot: of those that may, the one that has waited longest.
 *
 * One may when its last day is not past, it left at least its own weeks ago, none of its accounts has another post of
 * the shelf that day, and nobody published nearly the same by hand within those weeks.
 * @param day of the slot
 * @param open whether the slot is free for all of these accounts
 * @returns null when none may: the slot stays empty
 */
export function choose<C extends Candidate>(
  shelf: readonly C[],
  neighbours: readonly Neighbour[],
  day: string,
  open: (channelIds: readonly string[]) => boolean,
): C | null {
  const fit = shelf.filter(
    (one) =>
      one.channelIds.length > 0 &&
      open(one.channelIds) &&
      (one.until === null || one.until >= day) &&
      one.days.every((left) => apart(left, day) >= one.everyWeeks * 7) &&
      !neighbours.some((near) => isInTheWay(one, near, day)),
  )
  const lastOf = (one: C) => one.days.toSorted().at(-1) ?? ''
  return (
    fit.toSorted((a, b) => (lastOf(a) < lastOf(b) ? -1 : lastOf(a) > lastOf(b) ? 1 : 0))[0] ?? null
  )
}

function isInTheWay(one: Candidate, near: Neighbour, day: string): boolean {
  if (!one.channelIds.includes(near.channelId)) return false
  if (near.fromShelf) return near.day === day
  return apart(near.day, day) < one.everyWeeks * 7 && likeness(one.text, near.text) >= ALIKE
}
