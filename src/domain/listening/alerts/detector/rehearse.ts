import type { Budget } from './budget.ts'
import { boundsOf, learn, type Lesson, portrayAs } from './judge.ts'
import { ringsOf, type Rung } from './rings.ts'
import { SLOTS } from './scales.ts'
import type { HourOfSeries } from './stretches.ts'

/** Weeks of past that a portrait rests on, and hours without an alarm that end an episode. */
export const PAST_DAYS = 56
export const CALM_HOURS = 12
/** An alert is told again when the count that people know has doubled; this often at most. */
export const GROWS = 2
export const MOST_LEVELS = 6

/** What would have been told, had the detector listened to a whole series. */
export interface Telling {
  /** Place of the hour in the series, and of the five minutes in it. */
  hour: number
  slot: number
  /** 1 when an episode begins, more when it is told again. */
  level: number
  rung: Rung
}

interface Episode {
  level: number
  told: Rung
  lastRing: number
}

/** What each day of a series could know: only the days before it. */
export function lessonsOf(series: readonly HourOfSeries[]): (Lesson | null)[] {
  const days = daysOf(series)
  return days.map((_, d) => learn(days.slice(Math.max(0, d - PAST_DAYS), d).flat()))
}

/**
 * Plays a series five minutes by five minutes, as the desk lives it.
 * @param lessons of the same series, where it is played more than once
 */
export function rehearse(
  series: readonly HourOfSeries[],
  budget: Budget,
  lessons: readonly (Lesson | null)[] = lessonsOf(series),
): Telling[] {
  const tellings: Telling[] = []
  const seen: HourOfSeries[] = []
  let open: Episode | null = null
  let from = 0
  daysOf(series).forEach((hours, d) => {
    const lesson = lessons[d]
    const portrait = lesson ? portrayAs(lesson, budget) : null
    const bounds = remembering(boundsOf)
    for (const whole of hours) {
      const hour = seen.push(whole) - 1
      for (let slot = 0; slot < SLOTS; slot++) {
        if (open && hour * SLOTS + slot - open.lastRing > CALM_HOURS * SLOTS) {
          open = null
          from = slot === 0 ? hour : hour + 1
        }
        // Nobody looks where nothing came.
        if (!portrait || !whole.slots[slot]) continue
        seen[hour] = untilSlot(whole, slot)
        const rings = ringsOf(seen, hour, from, portrait, bounds)
        const worst = worstOf(rings)
        if (!worst) continue
        const now = hour * SLOTS + slot
        if (!open) open = { level: 1, told: worst, lastRing: now }
        else {
          const again = grown(open, rings)
          if (rings.some(({ scale }) => scale !== 'day')) open.lastRing = now
          if (!again) continue
          open = { level: open.level + 1, told: again, lastRing: now }
        }
        tellings.push({ hour, slot, level: open.level, rung: open.told })
      }
      seen[hour] = whole
    }
  })
  return tellings
}

/** What is told of several stretches that ring: an hour says more to people than its minutes or its day. */
export function worstOf<T extends Rung>(rings: readonly T[]): T | undefined {
  const order = ['hour', 'hours', 'minutes', 'day']
  return rings.toSorted(
    (a, b) =>
      order.indexOf(a.scale) - order.indexOf(b.scale) || b.count / b.alarm - a.count / a.alarm,
  )[0]
}

function grown({ told, level }: Episode, rings: readonly Rung[]): Rung | undefined {
  return level < MOST_LEVELS
    ? rings.find(
        ({ of, scale, count }) =>
          of === told.of && scale === told.scale && count >= GROWS * told.count,
      )
    : undefined
}

/** An hour as it is after so many of its five minutes; its worrying mentions, known by hour alone, come evenly among the others. */
function untilSlot(hour: HourOfSeries, slot: number): HourOfSeries {
  const slots = hour.slots.slice(0, slot + 1)
  const count = slots.reduce((sum, n) => sum + n, 0)
  const worrying = Math.floor((hour.worrying * count) / Math.max(1, hour.count))
  return { ...hour, slots, count, worrying }
}

const daysOf = (series: readonly HourOfSeries[]): HourOfSeries[][] => [
  ...Map.groupBy(series, ({ day }) => day).values(),
]

function remembering(bounds: typeof boundsOf): typeof boundsOf {
  const known = new Map<string, ReturnType<typeof boundsOf>>()
  return (portrait, look, hour, weekday) => {
    const key = `${look.of} ${look.scale} ${hour} ${weekday}`
    const found = known.get(key) ?? bounds(portrait, look, hour, weekday)
    known.set(key, found)
    return found
  }
}
