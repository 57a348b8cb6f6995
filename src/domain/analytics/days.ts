import { Temporal } from 'temporal-polyfill'

/** Midnight of a calendar day in a zone, as an instant. @param day `2026-11-23` */
export function startOfDay(day: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).epochMilliseconds)
}

/** The calendar day of an instant in a zone: `2026-11-23`. */
export function dayOf(instant: Date, timeZone: string): string {
  return zoned(instant, timeZone).toPlainDate().toString()
}

/** The start of the hour that holds an instant; hours are the same the world over but for half-hour zones. */
export function startOfHour(instant: Date, timeZone: string): Date {
  const hour = zoned(instant, timeZone).round({ smallestUnit: 'hour', roundingMode: 'floor' })
  return new Date(hour.epochMilliseconds)
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** Every day from one to another, both included. */
export function daysBetween(from: string, to: string): string[] {
  const first = Temporal.PlainDate.from(from)
  const count = first.until(Temporal.PlainDate.from(to)).days + 1
  return Array.from({ length: Math.max(0, count) }, (_, n) => first.add({ days: n }).toString())
}

const zoned = (instant: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
