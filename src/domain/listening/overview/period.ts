import { Temporal } from 'temporal-polyfill'
import { Problem } from '#platform/http/problem.ts'
import type { Grain } from './api.ts'
import { wrongOverviewPeriod } from './errors.ts'

const LONGEST_DAYS = 400
const LONGEST_DAYS_BY_HOUR = 7

/** Days of the company's calendar, both included, and the instants where they begin and end. */
export interface Period {
  from: string
  to: string
  start: Date
  end: Date
  timeZone: string
  by: Grain
}

/** @throws Problem when it ends before it begins, or is too long for its grain */
export function periodOf(from: string, to: string, by: Grain, timeZone: string): Period {
  const days = lengthOf(from, to)
  if (days < 1 || days > (by === 'hour' ? LONGEST_DAYS_BY_HOUR : LONGEST_DAYS)) {
    throw new Problem(wrongOverviewPeriod, { days: LONGEST_DAYS, hours: LONGEST_DAYS_BY_HOUR })
  }
  return { from, to, by, timeZone, start: startOf(from, timeZone), end: endOf(to, timeZone) }
}

/** As long a period, ending the day before. */
export function periodBefore({ from, to, by, timeZone }: Period): Period {
  const last = Temporal.PlainDate.from(from).subtract({ days: 1 })
  const first = last.subtract({ days: lengthOf(from, to) - 1 }).toString()
  return periodOf(first, last.toString(), by, timeZone)
}

/** Every hour, day or week of a period, as `overviewPoint.at` writes them. */
export function placesOf({ from, to, by }: Period): string[] {
  const places: string[] = []
  let day = Temporal.PlainDate.from(from)
  if (by === 'week') day = day.subtract({ days: day.dayOfWeek - 1 })
  const last = Temporal.PlainDate.from(to)
  for (
    ;
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: by === 'week' ? 7 : 1 })
  ) {
    if (by !== 'hour') places.push(day.toString())
    else for (let hour = 0; hour < 24; hour++) places.push(`${day}T${two(hour)}:00`)
  }
  return places
}

const two = (hour: number) => String(hour).padStart(2, '0')

const lengthOf = (from: string, to: string) =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days + 1

/** When a day of a calendar begins. */
export const startOf = (day: string, timeZone: string) =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).epochMilliseconds)

/** When the next one begins. */
export const endOf = (day: string, timeZone: string) =>
  startOf(Temporal.PlainDate.from(day).add({ days: 1 }).toString(), timeZone)
