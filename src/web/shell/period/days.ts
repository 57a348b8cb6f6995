/** A day there is, as `2026-11-27`, of a time there was a web to speak in. */
export function isDay(day: string): boolean {
  const at = /^[12]\d{3}-\d\d-\d\d$/.test(day) ? Date.parse(day) : -1
  return at > 0 && new Date(at).toISOString().startsWith(day)
}

/** Of two days the earlier is the first, in whichever order they were chosen. */
export const inOrder = (one: string, other: string): [first: string, last: string] =>
  one <= other ? [one, other] : [other, one]

/** Which day it is in a time zone. */
export const dayIn = (timeZone: string, at = new Date()): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at)

/** The day so many days after another, or before it. */
export function daysAfter(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + count)
  return at.toISOString().slice(0, 10)
}

/** How many days there are from one to another, both included. */
export const lengthOf = (first: string, last: string): number =>
  Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1
