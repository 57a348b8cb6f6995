import { SLOTS } from './scales.ts'
import type { HourOfSeries } from './stretches.ts'

/** How a series behaves while nothing happens. */
export interface Temper {
  /** Mentions an hour, on average. */
  level: number
  /** Of each hour by itself, and of whole days (a day when everybody talks a little more). */
  hourly: number
  daily: number
}

/** Numbers between 0 and 1 from a seed (mulberry32, public domain): the same ones at each run. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Calm hours: nights and Sundays low, overdispersed as told. Day 0 is a Monday. */
export function calmHours(days: number, temper: Temper, roll: () => number): HourOfSeries[] {
  return Array.from({ length: days }, (_, day) => {
    const mood = temper.daily > 0 ? gamma(1 / temper.daily, roll) * temper.daily : 1
    return Array.from({ length: 24 }, (_, hour): HourOfSeries => {
      const weekday = day % 7
      const mean = temper.level * rhythmOf(hour, weekday) * mood
      const own = temper.hourly > 0 ? gamma(1 / temper.hourly, roll) * temper.hourly : 1
      return { hour, weekday, day: String(day), ...spread(poisson(mean * own, roll), roll) }
    })
  }).flat()
}

/** One mention in eight is negative, as on the practice network. */
const WORRYING = 0.125

/** Mentions of an hour, each at any of its minutes. */
export function spread(count: number, roll: () => number) {
  const slots = Array.from({ length: SLOTS }, () => 0)
  let worrying = 0
  for (let i = 0; i < count; i++) {
    const slot = Math.floor(roll() * SLOTS)
    slots[slot] = (slots[slot] ?? 0) + 1
    if (roll() < WORRYING) worrying++
  }
  return { count, worrying, slots }
}

/** Mean 1 over a week: three times as much in the evening as at night, less on Saturdays and Sundays. */
function rhythmOf(hour: number, weekday: number): number {
  const ofDay = 1 + 0.7 * Math.sin(((hour - 8) / 24) * 2 * Math.PI)
  return ofDay * (weekday >= 5 ? 0.55 : 1.18)
}

/** Knuth's product for small means; for large ones, split in two (a sum of Poissons is one). */
export function poisson(mean: number, roll: () => number): number {
  if (mean > 30) return poisson(mean / 2, roll) + poisson(mean / 2, roll)
  const limit = Math.exp(-mean)
  let product = roll()
  let count = 0
  while (product > limit) {
    product *= roll()
    count++
  }
  return count
}

/** Marsaglia and Tsang, ACM Transactions on Mathematical Software 26 (2000), p. 363. Scale 1. */
function gamma(shape: number, roll: () => number): number {
  if (shape < 1) return gamma(shape + 1, roll) * roll() ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(roll)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(roll()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

function normal(roll: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll())
}
