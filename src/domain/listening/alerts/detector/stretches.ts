import { type Scale, SLOTS, STEADY_HOURS, type Subject } from './scales.ts'

/** An hour of the company's own clock: its hour of the day, its weekday (0 is Monday), and the day it belongs to. */
export interface HourOfSeries {
  hour: number
  weekday: number
  day: string
  count: number
  /** Of the count, those whose opinion is negative or that carry a risk. */
  worrying: number
  /** The count by five minutes. */
  slots: readonly number[]
  /** Taken out of the usual: it belongs to an alert that a person found true, or is not known. */
  leftOut?: boolean
}

/** A stretch of the past: what it brought, and what was expected of it. */
export interface Stretch {
  count: number
  mean: number
  day: string
}

/** @returns what an hour holds of a subject */
export const countOf = (hour: HourOfSeries, of: Subject): number =>
  of === 'all' ? hour.count : hour.worrying

/**
 * All stretches of one length in a past, oldest first. Those that touch an hour left out are none.
 * @param meanOf what an hour is expected to bring
 */
export function stretchesOf(
  past: readonly HourOfSeries[],
  of: Subject,
  scale: Scale,
  meanOf: (hour: HourOfSeries) => number,
): Stretch[] {
  if (scale === 'minutes') {
    return past.flatMap((hour) => {
      if (hour.leftOut) return []
      const mean = meanOf(hour) / SLOTS
      return hour.slots.map((count) => ({ count, mean, day: hour.day }))
    })
  }
  if (scale === 'day') {
    return [...Map.groupBy(past, ({ day }) => day).values()]
      .filter((hours) => isWhole(hours))
      .map((hours) => sumOf(hours, of, meanOf))
  }
  const size = scale === 'hour' ? 1 : STEADY_HOURS
  return past.flatMap((_, i) => {
    const hours = past.slice(i + 1 - size, i + 1)
    return i + 1 >= size && hours.every(({ leftOut }) => !leftOut) ? [sumOf(hours, of, meanOf)] : []
  })
}

/** Two days a year have 23 or 25 hours. */
export const isWhole = (hours: readonly HourOfSeries[]): boolean =>
  hours.filter(({ leftOut }) => !leftOut).length >= 23

function sumOf(
  hours: readonly HourOfSeries[],
  of: Subject,
  meanOf: (hour: HourOfSeries) => number,
): Stretch {
  return {
    count: hours.reduce((sum, hour) => sum + countOf(hour, of), 0),
    mean: hours.reduce((sum, hour) => sum + meanOf(hour), 0),
    day: hours.at(-1)?.day ?? '',
  }
}
