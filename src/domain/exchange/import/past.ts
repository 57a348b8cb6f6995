import { Temporal } from 'temporal-polyfill'

/** Whether a clock on that wall has already shown this time. A minute that has begun is still that minute. */
export function isPast(
  { wallTime, timeZone }: { wallTime: string; timeZone: string },
  now: Date,
): boolean {
  const meant = Temporal.PlainDateTime.from(wallTime).toZonedDateTime(timeZone)
  return meant.epochMilliseconds <= now.getTime() - 60_000
}
