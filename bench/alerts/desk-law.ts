import type { Lesson } from '#domain/listening/alerts/detector/judge.ts'
import { lessonsOf, rehearse } from '#domain/listening/alerts/detector/rehearse.ts'
import { SLOT_MINUTES, SLOTS } from '#domain/listening/alerts/detector/scales.ts'
import type { HourOfSeries } from '#domain/listening/alerts/detector/stretches.ts'
import type { Series } from './nab.ts'

/** Budgets of false alarms a month that are tried, for one query: all of them can be chosen in the desk. */
export const BUDGETS = [0.25, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 8, 12, 30]

/** A series as the desk counts it, and what each of its days can know. */
export interface Lived {
  hours: HourOfSeries[]
  lessons: (Lesson | null)[]
  /** Place of a point in the series by hour and five minutes. */
  pointAt: Map<number, number>
  size: number
}

/** Instants of NAB are of no zone: their own clock is kept. Nothing is known of opinions there: no mention is worrying. */
export function liveThrough({ at, values }: Series): Lived {
  const hours = new Map<string, HourOfSeries & { slots: number[]; place: number }>()
  const pointAt = new Map<number, number>()
  at.forEach((instant, i) => {
    const { key, slot, ...place } = placeOf(instant)
    const slots = Array.from({ length: SLOTS }, () => 0)
    const hour = hours.get(key) ?? { ...place, count: 0, worrying: 0, slots, place: hours.size }
    const value = values[i] ?? 0
    hour.count += value
    hour.slots[slot] = (hour.slots[slot] ?? 0) + value
    hours.set(key, hour)
    pointAt.set(hour.place * SLOTS + slot, i)
  })
  const all = [...hours.values()]
  return { hours: all, lessons: lessonsOf(all), pointAt, size: values.length }
}

/**
 * What the desk tells at a budget, played by its own code (`detector/rehearse.ts`).
 * @returns for each point 1 where it tells, 0 elsewhere; only the beginnings of episodes unless growth is wanted too
 */
export function toldBy(lived: Lived, perMonth: number, growth: boolean): number[] {
  const told = Array.from({ length: lived.size }, () => 0)
  for (const { hour, slot, level } of rehearse(
    lived.hours,
    { perMonth, queries: 1 },
    lived.lessons,
  )) {
    const point = lived.pointAt.get(hour * SLOTS + slot)
    if (point !== undefined && (growth || level === 1)) told[point] = 1
  }
  return told
}

function placeOf(instant: string) {
  const day = instant.slice(0, 10)
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  const slot = Math.floor(Number(instant.slice(14, 16)) / SLOT_MINUTES)
  return { key: instant.slice(0, 13), day, hour: Number(instant.slice(11, 13)), weekday, slot }
}
