import type { Text } from '#platform/text.ts'
import * as words from './sentences.ts'

/** A wall time, nothing at all, or why what is written is neither. */
export type When = { wallTime: string } | { none: true } | { wrong: Text }

interface Habits {
  /** `01/12` is the first of December; null when nobody said. */
  dayFirst: boolean | null
  /** For a day without an hour: `09:00`. */
  hour: string
}

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const SHORT = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/
const CLOCK = /^(\d{1,2})\s*(?:[:hH.]\s*(\d{2})?)?(?::\d{2}(?:\.\d+)?)?\s*([AaPp]\.?[Mm]\.?)?$/

/**
 * Reads a date and a time as people write them: `2026-12-01`, `01/12/2026`, `12/31/2026`; `9:30`, `09h30`, `9h`,
 * `2:30 pm`. A short date that could be two days is refused rather than guessed.
 */
export function readWhen(date: string, time: string, { dayFirst, hour }: Habits): When {
  if (date === '') return time === '' ? { none: true } : { wrong: words.timeWithoutDay }
  const day = readDay(date, dayFirst)
  if ('wrong' in day) return day
  const clock = readClock(time === '' ? hour : time)
  return clock ? { wallTime: `${day.day}T${clock}` } : { wrong: words.notATime(time) }
}

/** A day as people write it. */
export function readDay(date: string, dayFirst: boolean | null): { day: string } | { wrong: Text } {
  const [, y, m, d] = ISO.exec(date) ?? []
  if (y && m && d) return written(y, m, d, date)
  const [, one, two, year] = SHORT.exec(date) ?? []
  if (!one || !two || !year) return { wrong: words.notADay(date) }
  const isClear = Number(one) > 12 || Number(two) > 12 || one === two
  if (!isClear && dayFirst === null) return { wrong: words.twoDays(date) }
  const first = isClear && one !== two ? Number(one) > 12 : (dayFirst ?? true)
  return first ? written(year, two, one, date) : written(year, one, two, date)
}

function written(year: string, month: string, day: string, as: string) {
  const [m, d] = [month.padStart(2, '0'), day.padStart(2, '0')]
  const exists = new Date(Date.UTC(Number(year), Number(m) - 1, Number(d)))
  const same = exists.getUTCMonth() + 1 === Number(m) && exists.getUTCDate() === Number(d)
  return same ? { day: `${year}-${m}-${d}` } : { wrong: words.notADay(as) }
}

function readClock(time: string): string | null {
  const [, h, minutes = '00', half] = CLOCK.exec(time.trim()) ?? []
  if (h === undefined) return null
  const hours = half ? (Number(h) % 12) + (/p/i.test(half) ? 12 : 0) : Number(h)
  if (hours > 23 || Number(minutes) > 59 || (half && Number(h) > 12)) return null
  return `${String(hours).padStart(2, '0')}:${minutes}`
}
