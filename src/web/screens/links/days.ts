import type { LinkDetail } from '#domain/links/api.ts'

const DAY_MS = 86_400_000

/** A curve says something from two weeks on, even when all the clicks came the first day. */
const SHORTEST = 14

/** 'YYYY-MM-DD' of an instant in a zone. */
export function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at)
}

/**
 * Clicks by people, day by day, from the day the link was made to its last request (two weeks at
 * least, never past today). A day without a request is a true zero: the desk answers each of them.
 */
export function clicksByDay(
  link: Pick<LinkDetail, 'createdAt' | 'days' | 'timeZone'>,
  now: Date,
): { day: string; value: number }[] {
  const made = dayIn(link.timeZone, new Date(link.createdAt))
  const today = dayIn(link.timeZone, now)
  const first = [made, ...link.days.map(({ day }) => day)].toSorted()[0] ?? made
  const last = link.days.at(-1)?.day ?? first
  const end = [[last, plus(first, SHORTEST - 1)].toSorted()[1] ?? last, today].toSorted()[0] ?? last
  const counted = new Map(link.days.map(({ day, human }) => [day, human]))
  const length = Math.round((utc(end) - utc(first)) / DAY_MS) + 1
  return Array.from({ length: Math.max(1, length) }, (_, rank) => {
    const day = plus(first, rank)
    return { day, value: counted.get(day) ?? 0 }
  })
}

const utc = (day: string) => Date.parse(`${day}T00:00:00Z`)

const plus = (day: string, days: number) =>
  new Date(utc(day) + days * DAY_MS).toISOString().slice(0, 10)
