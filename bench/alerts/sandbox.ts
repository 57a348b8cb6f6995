import { portray } from '#domain/listening/alerts/detector/judge.ts'
import { rehearse } from '#domain/listening/alerts/detector/rehearse.ts'
import { ringsOf } from '#domain/listening/alerts/detector/rings.ts'
import { SLOTS } from '#domain/listening/alerts/detector/scales.ts'
import type { HourOfSeries } from '#domain/listening/alerts/detector/stretches.ts'
import { readSignals } from '#domain/listening/signals/index.ts'
import { crisisAround } from '#sandbox/model/crisis.ts'
import { zoneOffset } from '#sandbox/model/hours.ts'
import { randomOf } from '#sandbox/model/random.ts'
import { type Brand, brandTalk } from '#sandbox/model/talk.ts'
import { theWorld, WORLD_ZONE } from '#sandbox/model/world.ts'
import { meanPlusDeviations } from './anchors.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** 2026-09-07, a Monday. */
const FIRST_DAY = Date.UTC(2026, 8, 7) / DAY
const LEARNT_DAYS = 42
const QUIET_DAYS = 180
const BUDGET = { perMonth: 1, queries: 1 }
const SIZES = [2_000, 20_000, 200_000]
const SHOP: Brand = { seed: 'morel', handle: 'atelier_morel', name: 'Atelier Morel' }

/**
 * The practice network's own talk of a shop over half a year, and crises staged among its people: what the desk makes of
 * them, and the rule of other products, mean + 3 deviations over the fortnight before.
 */
export function practiceNetwork(crises: number) {
  const ours: Record<string, string | number> = {}
  const rule: Record<string, string | number> = {}
  for (const followers of SIZES) {
    const calm = hoursOf(talkOf(followers, QUIET_DAYS), QUIET_DAYS)
    const counts = calm.map(({ count }) => count)
    const alarms = `practice network, ${followers} followers: false alarms a month`
    ours[alarms] = aMonth(rehearse(calm, BUDGET).length, QUIET_DAYS)
    rule[alarms] = aMonth(meanPlusDeviations(counts, 3).length, QUIET_DAYS - 14)
    const struck = Array.from({ length: crises }, (_, i) => strike(followers, i))
    const seen = `practice network, ${followers} followers: minutes to the alert`
    ours[seen] = told(struck.map(({ desk }) => desk))
    rule[seen] = told(struck.map((one) => one.rule))
  }
  return { ours, rule }
}

/** A post as the desk counts it: when, and whether it reads it as worrying. */
interface Post {
  at: number
  worrying: boolean
}

/** The network says few texts, often. */
const known = new Map<string, boolean>()

function read({ at, text }: { at: number; text: string }): Post {
  const worrying = known.get(text) ?? isWorrying(text)
  known.set(text, worrying)
  return { at, worrying }
}

function isWorrying(text: string): boolean {
  const { sentiment, risks } = readSignals(text)
  return sentiment === 'negative' || risks.length > 0
}

function talkOf(followers: number, days: number): Post[] {
  return Array.from({ length: days }, (_, day) =>
    brandTalk(theWorld(), SHOP, followers, FIRST_DAY + day).map(read),
  ).flat()
}

function hoursOf(posts: readonly Post[], days: number): HourOfSeries[] {
  const hourAt = (at: number) => Math.floor((at - FIRST_DAY * DAY) / HOUR)
  const within = Map.groupBy(posts, ({ at }) => hourAt(at))
  return Array.from({ length: days * 24 }, (_, i) => {
    const of = within.get(i) ?? []
    const slots = Array.from({ length: SLOTS }, () => 0)
    for (const post of of) {
      const slot = Math.floor(((post.at % HOUR) * SLOTS) / HOUR)
      slots[slot] = (slots[slot] ?? 0) + 1
    }
    const at = FIRST_DAY * DAY + i * HOUR
    const wall = at + zoneOffset(at, WORLD_ZONE)
    const day = Math.floor(wall / DAY)
    return {
      count: of.length,
      worrying: of.filter(({ worrying }) => worrying).length,
      slots,
      hour: Math.floor(wall / HOUR) % 24,
      weekday: (day + 3) % 7,
      day: String(day),
    }
  })
}

/** Minutes from the first complaint to the alert, by each of the two; infinite when none came within two days. */
function strike(followers: number, rank: number): { desk: number; rule: number } {
  const random = randomOf('when', rank)
  const from = (FIRST_DAY + LEARNT_DAYS) * DAY + Math.floor((7 + random.next() * 14) * HOUR)
  const usual = talkOf(followers, LEARNT_DAYS + 2)
  const past = hoursOf(usual, LEARNT_DAYS)
  const portrait = portray(past, BUDGET)
  const fixed = fixedAlarm(past)
  const found = { desk: Infinity, rule: Infinity }
  const added = crisisAround(theWorld(), {
    brand: SHOP,
    seed: String(rank),
    from,
    within: HOUR,
  }).map(read)
  for (const { at: now } of added) {
    const until = [...usual, ...added].filter(({ at }) => at <= now)
    const hours = hoursOf(until, LEARNT_DAYS + 2)
    const place = Math.floor((now - FIRST_DAY * DAY) / HOUR)
    const { count = 0 } = hours[place] ?? {}
    const rings = portrait !== null && ringsOf(hours, place, 0, portrait).length > 0
    const minutes = (now - from) / 60_000
    if (rings) found.desk = Math.min(found.desk, minutes)
    if (count >= fixed) found.rule = Math.min(found.rule, minutes)
    if (Math.max(found.desk, found.rule) < Infinity) break
  }
  return found
}

/** From which count on the rule of other products rings: never below three, as with ours. */
function fixedAlarm(past: readonly HourOfSeries[]): number {
  const counts = past.slice(-14 * 24).map(({ count }) => count)
  const mean = counts.reduce((a, b) => a + b, 0) / counts.length
  const variance = counts.reduce((a, b) => a + (b - mean) ** 2, 0) / counts.length
  return Math.max(3, Math.floor(mean + 3 * Math.sqrt(variance)) + 1)
}

function told(minutes: readonly number[]): string {
  const sorted = minutes.toSorted((a, b) => a - b)
  const seen = sorted.filter(Number.isFinite).length
  return `${seen} of ${minutes.length} seen, median ${at(sorted, 0.5)}, nine in ten within ${at(sorted, 0.9)}`
}

/** Unseen ones count as never. */
function at(sorted: readonly number[], share: number): string {
  const value = sorted[Math.ceil(sorted.length * share) - 1] ?? Infinity
  return Number.isFinite(value) ? String(Math.round(value)) : 'never'
}

const aMonth = (alarms: number, days: number): number => Math.round((alarms / days) * 3000) / 100
