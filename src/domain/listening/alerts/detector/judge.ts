import { chanceAllowed, type Scale } from './budget.ts'
import { countBeyond } from './negative-binomial.ts'
import { lawAt, learnUsual, type Stretch, type Usual } from './usual.ts'

/** An hour of the company's own clock: its hour of the day, its weekday (0 is Monday), and the day it belongs to. */
export interface HourOfSeries {
  hour: number
  weekday: number
  day: string
  count: number
  /** Taken out of the usual: it belongs to an alert that a person found true, or is not known. */
  leftOut?: boolean
}

export interface Bounds {
  expected: number
  /** From this count on, it is an alert. */
  alarm: number
}

/** What is usual of a query, for each hour of each weekday (Monday at midnight first), and for each weekday. */
export interface Portrait {
  hourly: Bounds[]
  daily: Bounds[]
  /** Whole days it rests on. */
  days: number
}

export interface Budget {
  /** False alarms that are borne in a month, for all queries together. */
  perMonth: number
  queries: number
}

/** Nothing below is ever an alert: two posts are a coincidence. */
export const FEWEST = 3

/** Days before anything can be said at all, and before the weekly rhythm is known. */
export const DAYS_TO_TELL = 3
export const DAYS_TO_KNOW = 14

/**
 * Learns from the past hours of a query, oldest first, what is usual, and from which count on an hour, or a day, is an
 * alert. A count only grows while its stretch lasts, so it may be looked at as often as one likes: the chance of a false
 * alarm in the stretch stays the same. (Threshold from the quantile of a negative binomial around a seasonal mean, as
 * in outbreak detection: Noufaily et al., Statistics in Medicine 32, 2013.)
 * @returns null as long as it cannot be told
 */
export function portray(past: readonly HourOfSeries[], budget: Budget): Portrait | null {
  const known = past.filter(({ leftOut }) => !leftOut)
  const byDay = [...Map.groupBy(known, ({ day }) => day).values()].filter(isWhole)
  if (byDay.length < DAYS_TO_TELL) return null
  const isWeekKnown = byDay.length >= DAYS_TO_KNOW
  const sizes = isWeekKnown ? [24, 7] : [24]
  const hours = known.map(({ hour, weekday, count }) => ({
    count,
    places: [hour, weekday].slice(0, sizes.length),
  }))
  const days = byDay.map((of) => ({
    count: of.reduce((sum, { count }) => sum + count, 0),
    places: [of[0]?.weekday ?? 0].slice(0, sizes.length - 1),
  }))
  const hourOf = (cell: number) => [cell % 24, Math.floor(cell / 24)].slice(0, sizes.length)
  const dayOf = (weekday: number) => [weekday].slice(0, sizes.length - 1)
  const tell = (scale: Scale, past: Stretch[], usual: Usual, places: number[][]) =>
    calibrated(past, usual, places, chanceAllowed(budget.perMonth, budget.queries, scale))
  return {
    days: byDay.length,
    hourly: tell('hour', hours, learnUsual(hours, sizes, 28 * 24), cells(168, hourOf)),
    daily: tell('day', days, learnUsual(days, sizes.slice(1), 28), cells(7, dayOf)),
  }
}

/** The bounds of an hour, or of a day. */
export function boundsOf(portrait: Portrait, scale: Scale, hour: number, weekday: number): Bounds {
  const found = scale === 'hour' ? portrait.hourly[weekday * 24 + hour] : portrait.daily[weekday]
  return found ?? { expected: 0, alarm: Infinity }
}

/** How far the model's scatter is widened, at most, and by which steps. */
const WIDEST = 16
const STEP = 1.3
/** Until the weekly rhythm is known, only this share of the budget is spent. */
const FIRST_DAYS_SHARE = 0.1
/** Scatter that an unknown weekly rhythm adds: some days at half the level of others, and more. */
const UNKNOWN_WEEK = 0.3

/**
 * Bounds at which the past itself would not have rung more often than the budget bears: where the real scatter has a
 * longer tail than the law, the law is widened until it has.
 */
function calibrated(
  past: readonly Stretch[],
  usual: Usual,
  places: number[][],
  chance: number,
): Bounds[] {
  const isWeekKnown = past.length >= DAYS_TO_KNOW * (usual.rhythms[0]?.length === 24 ? 24 : 1)
  const spent = isWeekKnown ? chance : chance * FIRST_DAYS_SHARE
  const allowed = past.length * spent
  for (let wide = 1; ; wide *= STEP) {
    const bounds = places.map((at) => boundsAt(usual, at, spent, wide, isWeekKnown))
    const alarmAt = new Map(places.map((at, i) => [at.join(), bounds[i]?.alarm ?? Infinity]))
    const rung = past.filter(
      ({ count, places: at }) => count >= (alarmAt.get(at.join()) ?? Infinity),
    )
    if (rung.length <= allowed || wide >= WIDEST) return bounds
  }
}

function boundsAt(
  usual: Usual,
  at: number[],
  chance: number,
  wide: number,
  isWeekKnown: boolean,
): Bounds {
  const { mean, overdispersion } = lawAt(usual, at)
  const scatter = (overdispersion + (isWeekKnown ? 0 : UNKNOWN_WEEK)) * wide
  const alarm = countBeyond(chance, { mean, overdispersion: scatter })
  return { expected: mean, alarm: Math.max(FEWEST, alarm) }
}

/** Two days a year have 23 or 25 hours. */
const isWhole = (hours: readonly HourOfSeries[]) => hours.length >= 23

const cells = (size: number, places: (cell: number) => number[]): number[][] =>
  Array.from({ length: size }, (_, cell) => places(cell))
