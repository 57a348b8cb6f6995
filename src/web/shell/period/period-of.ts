import { dayIn, daysAfter, inOrder, isDay, lengthOf } from './days.ts'

/** Lengths a person may choose, in days; the last day is today in the company's zone. */
export const LENGTHS = ['7', '30', '90'] as const
export type Length = (typeof LENGTHS)[number] | 'other'

/** Days of the company's calendar, both included. */
export interface Period {
  from: string
  to: string
  /** How many days that is. */
  length: number
  /** What was chosen of those offered. */
  chosen: Length
}

/** The period that an address asks for; what it got wrong asks for a month that ends today. */
export function periodOf(
  { days, from, to }: { days: string; from: string; to: string },
  timeZone: string,
  now = new Date(),
): Period {
  if (days === 'other' && isDay(from) && isDay(to)) {
    const [first, last] = inOrder(from, to)
    return { from: first, to: last, length: lengthOf(first, last), chosen: 'other' }
  }
  const chosen = LENGTHS.find((one) => one === days) ?? '30'
  const today = dayIn(timeZone, now)
  const length = Number(chosen)
  return { from: daysAfter(today, 1 - length), to: today, length, chosen }
}
