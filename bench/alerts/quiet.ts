import { calmHours, dice, poisson } from '#domain/listening/alerts/detector/simulate.ts'
import {
  boundsOf,
  type HourOfSeries,
  type Portrait,
  portray,
} from '#domain/listening/alerts/detector/judge.ts'
import { rehearse } from '#domain/listening/alerts/detector/rehearse.ts'
import { meanPlusDeviations } from './anchors.ts'

const LEVELS = [0.05, 0.5, 4, 40]
const TEMPERS = [
  { name: 'Poisson', hourly: 0, daily: 0 },
  { name: 'scattered', hourly: 1, daily: 0 },
  { name: 'moody days', hourly: 0.3, daily: 0.1 },
  { name: 'wild', hourly: 0.5, daily: 0.3 },
]
const FORTNIGHT = 14
const DAYS = FORTNIGHT + 90

/** False alarms per month on calm series, ours at a budget of one a month, and those of mean + 3 deviations. */
export function quietMonths(runs: number) {
  const ours: Record<string, number> = {}
  const rule: Record<string, number> = {}
  for (const { name, ...temper } of TEMPERS) {
    for (const level of LEVELS) {
      let after = 0
      let first = 0
      let simple = 0
      for (let run = 1; run <= runs; run++) {
        const hours = calmHours(DAYS, { level, ...temper }, dice(run * 7919))
        const { episodes } = rehearse(hours, { perMonth: 1, queries: 1 })
        first += episodes.filter((at) => at < FORTNIGHT * 24).length
        after += episodes.filter((at) => at >= FORTNIGHT * 24).length
        simple += meanPlusDeviations(
          hours.map(({ count }) => count),
          3,
        ).length
      }
      ours[`${name}, ${level}/h`] = round(after / (3 * runs))
      ours[`${name}, ${level}/h, first fortnight`] = round(first / ((runs * FORTNIGHT) / 30))
      rule[`${name}, ${level}/h`] = round(simple / (3 * runs))
    }
  }
  return { ours, rule }
}

/** How long a crisis goes unseen: it starts at some hour after five weeks and brings `times` the usual, growing over six hours. */
export function stagedCrises(runs: number) {
  const found: Record<string, string> = {}
  for (const level of LEVELS) {
    for (const posts of [5, 20, 100]) {
      const minutes: number[] = []
      for (let run = 1; run <= runs; run++) minutes.push(minutesUnseen(level, posts, run))
      const seen = minutes.filter(Number.isFinite).toSorted((a, b) => a - b)
      const median = seen[Math.floor(seen.length / 2)]
      found[`usual ${level}/h, ${posts} posts/h more`] =
        `${seen.length} of ${runs} seen in 24 h, median ${median === undefined ? '–' : Math.round(median)} min`
    }
  }
  return found
}

function minutesUnseen(level: number, posts: number, run: number): number {
  const roll = dice(run * 104_729)
  const hours = calmHours(37, { level, hourly: 0.3, daily: 0.1 }, roll)
  const from = 35 * 24 + Math.floor(roll() * 12)
  const portrait = portray(hours.slice(0, 35 * 24), { perMonth: 1, queries: 1 })
  if (!portrait) return Infinity
  const arrivals = crisis(posts, roll)
  return arrivals.find((minute) => rings(portrait, hours, from, minute, arrivals)) ?? Infinity
}

/** What an ordinary hour brings comes evenly over it. */
function rings(
  portrait: Portrait,
  hours: readonly HourOfSeries[],
  from: number,
  minute: number,
  arrivals: readonly number[],
): boolean {
  const now = from + Math.floor(minute / 60)
  const { hour, weekday, day } = hours[now] ?? { hour: 0, weekday: 0, day: '' }
  const usual = (at: number) => (hours[at]?.count ?? 0) * (at === now ? (minute % 60) / 60 : 1)
  const added = (at: number) =>
    arrivals.filter((m) => m <= minute && from + Math.floor(m / 60) === at).length
  const today = hours.flatMap((h, at) =>
    h.day === day && at <= now ? [usual(at) + added(at)] : [],
  )
  const total = Math.floor(today.reduce((sum, n) => sum + n, 0))
  return (
    Math.floor(usual(now) + added(now)) >= boundsOf(portrait, 'hour', hour, weekday).alarm ||
    total >= boundsOf(portrait, 'day', hour, weekday).alarm
  )
}

/** Minutes at which the posts of a crisis come: a rate that rises over six hours and stays. */
function crisis(perHour: number, roll: () => number): number[] {
  return Array.from({ length: 24 * 12 }, (_, slot) => {
    const rate = (perHour / 12) * Math.min(1, (slot + 1) / 72)
    return Array.from({ length: poisson(rate, roll) }, () => slot * 5 + roll() * 5)
  })
    .flat()
    .toSorted((a, b) => a - b)
}

const round = (n: number): number => Math.round(n * 100) / 100
