import { Temporal } from 'temporal-polyfill'
import { instantOf } from '#domain/publishing/index.ts'
import type { Hour } from './api.ts'

/** An hour of the week as it comes on a certain day. */
export interface SlotTime {
  wallTime: string
  at: Date
  evergreen: boolean
}

/**
 * When hours of the week come, from an instant on, in order.
 * @param days how far to look, the present day included
 * @param timeZone whose wall they stand on
 */
export function slotTimes(
  hours: readonly Hour[],
  { from, days, timeZone }: { from: Date; days: number; timeZone: string },
): SlotTime[] {
  const today = Temporal.Instant.fromEpochMilliseconds(from.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  const times: SlotTime[] = []
  for (let day = today, n = 0; n < days; day = day.add({ days: 1 }), n++) {
    for (const { weekday, time, evergreen } of hours) {
      if (weekday !== day.dayOfWeek) continue
      const meant = instantOf(`${day.toString()}T${time}`, timeZone)
      if (meant && meant.instant > from)
        times.push({ wallTime: meant.wallTime, at: meant.instant, evergreen })
    }
  }
  return times.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

/** The hours that several accounts share. An account without any follows the others. */
export function commonHours(byAccount: readonly (readonly Hour[])[]): Hour[] {
  const [first = [], ...others] = byAccount.filter((hours) => hours.length > 0)
  const same = (a: Hour, b: Hour) => a.weekday === b.weekday && a.time === b.time
  return first.filter((hour) => others.every((hours) => hours.some((one) => same(one, hour))))
}
