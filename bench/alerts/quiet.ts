import { calmHours, dice, poisson } from '#domain/listening/alerts/detector/simulate.ts'
import { type Portrait, portray } from '#domain/listening/alerts/detector/judge.ts'
import { rehearse } from '#domain/listening/alerts/detector/rehearse.ts'
import { ringsOf } from '#domain/listening/alerts/detector/rings.ts'
import { SLOT_MINUTES } from '#domain/listening/alerts/detector/scales.ts'
import type { HourOfSeries } from '#domain/listening/alerts/detector/stretches.ts'
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

/**
 * False alarms per month on calm series, ours at a budget of one a month (growth told too), and those of mean + 3 deviations;
 * each with its standard error, from how far the runs, of three months each, lie apart.
 */
export function quietMonths(runs: number) {
  const ours: Record<string, string> = {}
  const rule: Record<string, string> = {}
  for (const { name, ...temper } of TEMPERS) {
    for (const level of LEVELS) {
      const after: number[] = []
      const first: number[] = []
      const simple: number[] = []
      for (let run = 1; run <= runs; run++) {
        const hours = calmHours(DAYS, { level, ...temper }, dice(run * 7919))
        const told = rehearse(hours, { perMonth: 1, queries: 1 })
        const early = told.filter(({ hour }) => hour < FORTNIGHT * 24).length
        first.push((early * 30) / FORTNIGHT)
        after.push((told.length - early) / 3)
        const counts = hours.map(({ count }) => count)
        simple.push(meanPlusDeviations(counts, 3).length / 3)
      }
      ours[`${name}, ${level}/h`] = withError(after)
      ours[`${name}, ${level}/h, first fortnight`] = withError(first)
      rule[`${name}, ${level}/h`] = withError(simple)
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

/** Nobody says whether the posts of this crisis are worrying: none is held to be. */
function rings(
  portrait: Portrait,
  hours: readonly HourOfSeries[],
  from: number,
  minute: number,
  arrivals: readonly number[],
): boolean {
  const now = from + Math.floor(minute / 60)
  const slotNow = Math.floor((minute % 60) / SLOT_MINUTES)
  const until = hours.slice(0, now + 1).map((hour, at): HourOfSeries => {
    if (at < from) return hour
    const slots = hour.slots.map((count, slot) => {
      if (at === now && slot > slotNow) return 0
      const start = (at - from) * 60 + slot * SLOT_MINUTES
      return (
        count + arrivals.filter((m) => m <= minute && m >= start && m < start + SLOT_MINUTES).length
      )
    })
    return { ...hour, slots, count: slots.reduce((sum, n) => sum + n, 0), worrying: 0 }
  })
  return ringsOf(until, now, 0, portrait).length > 0
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

/** The mean of several runs and its standard error. */
function withError(runs: readonly number[]): string {
  const mean = runs.reduce((sum, one) => sum + one, 0) / runs.length
  const squares = runs.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  const error = Math.sqrt(squares / Math.max(1, runs.length - 1) / runs.length)
  return `${mean.toFixed(2)} ± ${error.toFixed(2)}`
}
