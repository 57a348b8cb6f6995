import { Temporal } from 'temporal-polyfill'
import type { Text } from '#platform/text.ts'

export interface Habits {
  /** `01/12` is the first of December; null when nobody said. */
  dayFirst: boolean | null
  /** IANA zone of what is written without one. */
  timeZone: string
}

/** Twelve months by their first letters, in English and in French: what tells one from the others. */
const MONTHS = [
  /^jan/,
  /^(feb|fev)/,
  /^mar/,
  /^(apr|avr)/,
  /^(may|mai)/,
  /^(june?$|jun$|juin)/,
  /^(july?$|jul$|juil)/,
  /^(aug|aou)/,
  /^sep/,
  /^oct/,
  /^nov/,
  /^dec/,
]

const WHOLE =
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i
const EPOCH = /^\d{10}(?:\d{3})?$/
const CLOCK =
  /[T,\s]+(?:at\s+|à\s+)?(\d{1,2})\s*[:hH]\s*(\d{2})?(?::(\d{2})(?:[.,]\d+)?)?\s*([AaPp]\.?\s?[Mm]\.?)?$/

/**
 * An instant as exports write it: ISO 8601 with or without a zone, Unix seconds or milliseconds, `31/12/2026 9:30`,
 * `12/31/2026 9:30 AM`, `31-Dec-2026`, `Dec 31, 2026`, `31 décembre 2026 à 9h30`. A day without an hour is its noon,
 * which is that day nearly everywhere. A short date that could be two days is refused rather than guessed.
 */
export function readInstant(written: string, habits: Habits): { at: Date } | { wrong: Text } {
  const read = anyInstant(written, habits)
  // The year 24 is a slip of the hand: it would become the instant of the import.
  return 'at' in read && read.at.getTime() <= 0 ? { wrong: notADate(written) } : read
}

function anyInstant(written: string, habits: Habits): { at: Date } | { wrong: Text } {
  const text = written.trim().replace(/[\u00A0\u202F]/g, ' ')
  if (text === '') return { wrong: noDate }
  if (EPOCH.test(text)) return { at: new Date(Number(text) * (text.length === 10 ? 1000 : 1)) }
  if (WHOLE.test(text)) return zoned(text, written)
  const clock = CLOCK.exec(text)
  const day = readDay((clock ? text.slice(0, clock.index) : text).trim(), habits.dayFirst, written)
  if ('wrong' in day) return day
  const [hour, minute, second] = clock ? hourOf(clock) : [12, 0, 0]
  try {
    const wall = Temporal.PlainDateTime.from(
      { ...day, hour, minute, second },
      { overflow: 'reject' },
    )
    return { at: new Date(wall.toZonedDateTime(habits.timeZone).epochMilliseconds) }
  } catch {
    return { wrong: notADate(written) }
  }
}

function zoned(text: string, written: string): { at: Date } | { wrong: Text } {
  const at = new Date(
    text
      .replace(/\s*(?:UTC|GMT)$/i, 'Z')
      .replace(/^(\S{10}) /, '$1T')
      .replace(/\s/g, ''),
  )
  return Number.isNaN(at.getTime()) ? { wrong: notADate(written) } : { at }
}

function hourOf([, h, m = '0', s = '0', half]: RegExpExecArray): [number, number, number] {
  const hours = half ? (Number(h) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(h)
  return [hours, Number(m), Number(s)]
}

interface Day {
  year: number
  month: number
  day: number
}

function readDay(text: string, dayFirst: boolean | null, written: string): Day | { wrong: Text } {
  const [, y, m, d] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? []
  if (y && m && d) return { year: Number(y), month: Number(m), day: Number(d) }
  const [, one, two, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(text) ?? []
  if (one && two && year) return short(Number(one), Number(two), yearOf(year), dayFirst, written)
  return named(text) ?? { wrong: notADate(written) }
}

function short(one: number, two: number, year: number, dayFirst: boolean | null, written: string) {
  const isClear = one > 12 || two > 12 || one === two
  if (!isClear && dayFirst === null) return { wrong: twoDays(written) }
  const isDay = isClear ? one > 12 || one === two : dayFirst === true
  return isDay ? { year, month: two, day: one } : { year, month: one, day: two }
}

/** `31-Dec-2026`, `Thu, 31 Dec 2026`, `December 31st, 2026`, `1er décembre 2026`. */
function named(text: string): Day | null {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.split(/[\s,./-]+/).filter(Boolean)
  const month = words.map((word) => MONTHS.findIndex((one) => one.test(word))).find((i) => i >= 0)
  const [day, year] = words.flatMap((word) => /^(\d+)(?:st|nd|rd|th|er)?$/.exec(word)?.[1] ?? [])
  if (month === undefined || !day || !year || day.length > 2) return null
  return { year: yearOf(year), month: month + 1, day: Number(day) }
}

const yearOf = (year: string) => (year.length === 2 ? 2000 + Number(year) : Number(year))

const noDate: Text = { en: 'It has no date.', fr: 'Elle n’a pas de date.' }

const notADate = (date: string): Text => ({
  en: `“${date.slice(0, 60)}” is not a date that can be read. Write 2026-12-31 09:30.`,
  fr: `« ${date.slice(0, 60)} » n’est pas une date lisible. Écrivez 31/12/2026 09:30.`,
})

const twoDays = (date: string): Text => ({
  en: `“${date.slice(0, 60)}” may be two days. Say whether the day or the month comes first.`,
  fr: `« ${date.slice(0, 60)} » peut être deux jours. Indiquez si le jour ou le mois vient en premier.`,
})
