/** Lengths a person may choose, in days; the last day is today in the company's zone. */
export const LENGTHS = ['7', '30', '90'] as const

/** The length that an address asks for; another one than is offered asks for a month. */
export const lengthOf = (asked: string): string => LENGTHS.find((one) => one === asked) ?? '30'

/** First and last day of a period of that many days which ends today. */
export function periodOf(days: number, timeZone: string, now = new Date()) {
  const to = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now)
  const start = new Date(`${to}T00:00:00Z`)
  start.setUTCDate(start.getUTCDate() - days + 1)
  return { from: start.toISOString().slice(0, 10), to }
}
