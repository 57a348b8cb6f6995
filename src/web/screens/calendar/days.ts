/**
 * Days and wall times as plain strings: `2026-11-24` and `2026-11-24T09:00`. They carry no zone: what a
 * calendar on the wall shows. Strings of the same kind compare in the order of time.
 */

export const dayOf = (wallTime: string): string => wallTime.slice(0, 10)
export const hourOf = (wallTime: string): number => Number(wallTime.slice(11, 13))
export const timeOf = (wallTime: string): string => wallTime.slice(11, 16)

const DAY = 86_400_000
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`)
const asDay = (time: number) => new Date(time).toISOString().slice(0, 10)

export function addDays(day: string, count: number): string {
  return asDay(noon(day) + count * DAY)
}

/** Days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to) - noon(from)) / DAY)
}

/** The same day of another month, or its last day: 31 January and one month are 28 February. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + count, 0, 12)).getUTCDate()
  return asDay(Date.UTC(year, month - 1 + count, Math.min(date, last), 12))
}

/** The Monday of its week. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(noon(day)).getUTCDay() + 6) % 7))
}

export function weekOf(day: string): string[] {
  const monday = mondayOf(day)
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index))
}

/** The weeks that show the whole month of a day, each of seven days from Monday. */
export function weeksOfMonth(day: string): string[][] {
  const first = `${day.slice(0, 7)}-01`
  const weeks: string[][] = []
  for (let monday = mondayOf(first); monday < addMonths(first, 1); monday = addDays(monday, 7)) {
    weeks.push(weekOf(monday))
  }
  return weeks
}

/** Number of the week by ISO 8601: the week of the year's first Thursday is week 1. */
export function weekNumber(day: string): number {
  const thursday = addDays(mondayOf(day), 3)
  return 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7)
}

/** Whether an address may be trusted to hold a day. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? noon(text) : Number.NaN
  return !Number.isNaN(time) && asDay(time) === text
}

/** A wall time carried as many days away as `to` is from the day it is shown on. The hour stays. */
export function carried(wallTime: string, from: string, to: string): string {
  return `${addDays(dayOf(wallTime), daysBetween(from, to))}T${timeOf(wallTime)}`
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** What a clock in that zone shows at an instant, to the minute. */
export function wallTimeAt(instant: Date, timeZone: string): string {
  const clock = clocks.get(timeZone) ?? clockIn(timeZone)
  clocks.set(timeZone, clock)
  const part = Object.fromEntries(
    clock.formatToParts(instant).map(({ type, value }) => [type, value]),
  )
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}`
}

function clockIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
}
