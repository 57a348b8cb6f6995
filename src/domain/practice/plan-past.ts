import { Temporal } from 'temporal-polyfill'
import type { Language } from '#platform/text.ts'
import { firstMonth } from './content/first-month.ts'
import { secondMonth } from './content/second-month.ts'
import { thirdMonth } from './content/third-month.ts'
import { type PastText, withLink } from './model.ts'

/** A post of the past, before it is known on which network it got which id. */
export interface PlannedPast {
  text: PastText
  words: string
  scheduledAt: Date
}

export const DAYS = 90

/** Hours at which the shop publishes, one after the other. */
const HOURS = ['12:15', '18:30', '08:45', '19:40', '12:30', '17:50']

/**
 * Lays the shop's posts over the last 90 days, about three a week, at its hours; the last one was yesterday's
 * or the day before. What is less than six hours old is left out: nobody has reacted to it yet.
 */
export function planPast(now: Date, timeZone: string, language: Language): PlannedPast[] {
  const texts = [...firstMonth, ...secondMonth, ...thirdMonth]
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  return texts
    .map((text, i) => {
      const ago = DAYS - Math.round((i * (DAYS - 1)) / (texts.length - 1))
      const hour = HOURS[i % HOURS.length] ?? '12:15'
      const wall = today.subtract({ days: ago }).toPlainDateTime(Temporal.PlainTime.from(hour))
      const at = wall.toZonedDateTime(timeZone, { disambiguation: 'compatible' })
      return { text, words: withLink(text, language), scheduledAt: new Date(at.epochMilliseconds) }
    })
    .filter(({ scheduledAt }) => now.getTime() - scheduledAt.getTime() > 6 * 3_600_000)
}
