import { Temporal } from 'temporal-polyfill'

/** A wall time as it was meant, and the instant at which a clock on that wall shows it. */
export interface Meant {
  /** `2026-12-01T09:00` */
  wallTime: string
  /** IANA zone. */
  timeZone: string
  instant: Date
  /** What the wall really shows at that instant: another time than the one meant if it does not exist that day. */
  shown: string
}

/**
 * The instant of a wall time in a zone.
 *
 * When clocks go forward, the skipped times do not exist: such a post leaves as much later as the clocks jumped
 * (02:30 in Paris on 29 March 2026 leaves at 03:30). When clocks go back, an hour happens twice: the first is
 * taken. This is the `compatible` rule of RFC 5545 (section 3.3.5) and of Temporal.
 *
 * @param wallTime `YYYY-MM-DDTHH:MM`
 * @param timeZone IANA name
 * @returns null when the date or the hour does not exist in any year (30 February, 25:00), or the zone is unknown
 */
export function instantOf(wallTime: string, timeZone: string): Meant | null {
  try {
    const meant = Temporal.PlainDateTime.from(wallTime, { overflow: 'reject' })
    const zoned = meant.toZonedDateTime(timeZone, { disambiguation: 'compatible' })
    return {
      wallTime: onTheWall(meant),
      timeZone,
      instant: new Date(zoned.epochMilliseconds),
      shown: onTheWall(zoned.toPlainDateTime()),
    }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** What a clock in that zone shows at an instant, to the minute. */
export function wallTimeOf(instant: Date, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(
    timeZone,
  )
  return onTheWall(zoned.toPlainDateTime())
}

function onTheWall(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: 'minute' })
}
