/**
 * When people are there. Relative activity by hour of the audience's day, from midnight: little between two
 * and five, a step at lunch, the most in the evening; the week-end starts later (README, "Hours").
 */
const WORKDAY = [
  0.55, 0.3, 0.16, 0.1, 0.09, 0.16, 0.42, 0.85, 1.05, 1.0, 1.0, 1.08, 1.42, 1.3, 1.05, 1.0, 1.05,
  1.2, 1.4, 1.6, 1.78, 1.8, 1.5, 1.0,
]
const WEEKEND = [
  0.75, 0.48, 0.28, 0.16, 0.11, 0.12, 0.22, 0.45, 0.8, 1.12, 1.32, 1.38, 1.32, 1.22, 1.18, 1.15,
  1.15, 1.2, 1.32, 1.45, 1.58, 1.55, 1.3, 0.95,
]

const HOUR = 3_600_000
const WEEK = 168 * HOUR
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4 * 24 * HOUR

/** Activity at each of the 168 hours of a week from Monday midnight, with mean 1. */
const week = normalised([...Array(5).fill(WORKDAY), ...Array(2).fill(WEEKEND)].flat() as number[])
/** Active milliseconds elapsed since Monday midnight at the start of each hour. */
const elapsed = cumulated(week)

/** How the audience's clock stands to UTC at an instant, in milliseconds: +3 600 000 in Paris in winter. */
export function zoneOffset(at: number, zone: string): number {
  const parts = formatterOf(zone).formatToParts(at)
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value)
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return wall - Math.floor(at / 60_000) * 60_000
}

/** How much people are there at an instant, against an average moment of the week. */
export function activityAt(at: number, offset: number): number {
  return week[Math.floor(intoWeek(at + offset) / HOUR)] ?? 1
}

/**
 * The instant when `active` milliseconds of an average moment have gone by: three minutes of lunch time are
 * soon over, three minutes at four in the morning take half an hour. So nobody reacts "47 minutes later" asleep.
 * @param from epoch milliseconds
 * @param active milliseconds of average activity, at least 0
 * @param offset of the audience's zone, kept for the whole stretch: an hour off in the week clocks change
 */
export function afterActive(from: number, active: number, offset: number): number {
  const inside = intoWeek(from + offset)
  const goal = elapsedAt(inside) + active
  const weeks = Math.floor(goal / WEEK)
  return from - inside + weeks * WEEK + wallOf(goal - weeks * WEEK)
}

function intoWeek(wall: number): number {
  return (((wall - FIRST_MONDAY) % WEEK) + WEEK) % WEEK
}

function elapsedAt(inside: number): number {
  const hour = Math.floor(inside / HOUR)
  return (elapsed[hour] ?? 0) + (inside - hour * HOUR) * (week[hour] ?? 1)
}

function wallOf(active: number): number {
  let [low, high] = [0, 167]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((elapsed[middle] ?? 0) <= active) low = middle
    else high = middle - 1
  }
  return low * HOUR + (active - (elapsed[low] ?? 0)) / (week[low] ?? 1)
}

function normalised(hours: number[]): number[] {
  const mean = hours.reduce((sum, value) => sum + value, 0) / hours.length
  return hours.map((value) => value / mean)
}

function cumulated(hours: number[]): number[] {
  let sum = 0
  return hours.map((value) => {
    const before = sum
    sum += value * HOUR
    return before
  })
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const numeric = 'numeric' as const
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
  })
  formatters.set(zone, made)
  return made
}
