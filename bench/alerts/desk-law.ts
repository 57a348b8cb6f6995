import { boundsOf, type HourOfSeries, portray } from '#domain/listening/alerts/detector/judge.ts'
import { PAST_DAYS } from '#domain/listening/alerts/detector/rehearse.ts'
import { scoreAtBest, type Series } from './nab.ts'

/** Budgets of false alarms a month that are tried, for one query: what the desk lets people choose, and far beyond. */
export const BUDGETS = [0.25, 1, 4, 12, 30]
const PER_HOUR = 12

/**
 * The desk's own detector on a series of five-minute counts, as the desk lives it: each day's portrait knows only the days
 * before, and the hour under way, like the day, is looked at with each count that comes.
 * @returns for each point 1 where the desk would ring, 0 elsewhere
 */
export function deskRings({ at, values }: Series, perMonth: number): number[] {
  const hours = hoursOf(at, values)
  const days = [...Map.groupBy(hours, ({ day }) => day).keys()]
  const portraits = new Map(
    days.map((day, i) => {
      const known = new Set(days.slice(Math.max(0, i - PAST_DAYS), i))
      const past = hours.filter((hour) => known.has(hour.day))
      return [day, portray(past, { perMonth, queries: 1 })]
    }),
  )
  let ofHour = 0
  let ofDay = 0
  return values.map((value, i) => {
    const now = placeOf(at[i] ?? '')
    const before = placeOf(at[i - 1] ?? '')
    ofHour = before.key === now.key ? ofHour + value : value
    ofDay = before.day === now.day ? ofDay + value : value
    const portrait = portraits.get(now.day)
    if (!portrait) return 0
    const rings =
      ofHour >= boundsOf(portrait, 'hour', now.hour, now.weekday).alarm ||
      ofDay >= boundsOf(portrait, 'day', now.hour, now.weekday).alarm
    return rings ? 1 : 0
  })
}

/** The first point of each episode: six hours without a ring end one. */
export function episodesOnly(rings: readonly number[]): number[] {
  let calmFrom = 0
  return rings.map((ring, i) => {
    if (ring === 0) return 0
    const opens = i >= calmFrom
    calmFrom = i + 6 * PER_HOUR + 1
    return opens ? 1 : 0
  })
}

/** Score of rings at one budget for all series. */
export function scoreOfRings(all: readonly Series[], rings: readonly number[][]) {
  return scoreAtBest(all, rings, 1)
}

function hoursOf(at: readonly string[], values: readonly number[]): HourOfSeries[] {
  const hours = new Map<string, HourOfSeries>()
  at.forEach((instant, i) => {
    const { key, ...place } = placeOf(instant)
    const hour = hours.get(key) ?? { ...place, count: 0 }
    hour.count += values[i] ?? 0
    hours.set(key, hour)
  })
  return [...hours.values()]
}

/** Instants of NAB are of no zone: their own clock is kept. */
function placeOf(instant: string) {
  const day = instant.slice(0, 10)
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return { key: instant.slice(0, 13), day, hour: Number(instant.slice(11, 13)), weekday }
}
