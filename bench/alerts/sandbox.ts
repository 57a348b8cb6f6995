import { rehearse } from '#domain/listening/alerts/detector/rehearse.ts'
import { boundsOf, type HourOfSeries, portray } from '#domain/listening/alerts/detector/judge.ts'
import { zoneOffset } from '#sandbox/model/hours.ts'
import { randomOf } from '#sandbox/model/random.ts'
import { react } from '#sandbox/model/react.ts'
import { brandTalk } from '#sandbox/model/talk.ts'
import { followersOf, theWorld, WORLD_SIZE, WORLD_ZONE } from '#sandbox/model/world.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** 2026-09-07, a Monday. */
const FIRST_DAY = Date.UTC(2026, 8, 7) / DAY
const LEARNT_DAYS = 42
const BUDGET = { perMonth: 1, queries: 1 }
/** Of those who see a call to boycott, one in this many says something of it (ours: the practice network has no crises). */
const SPEAKS = 16
/** So many well-followed members call for it within an hour. */
const CALLERS = 5

/** The practice network's own talk of a shop over half a year, and calls to boycott it that spread among its people. */
export function practiceNetwork(crises: number): Record<string, string | number> {
  const figures: Record<string, string | number> = {}
  for (const followers of [2_000, 20_000, 200_000]) {
    const calm = hoursOf(talkOf(followers, 180), 180)
    const { episodes } = rehearse(calm, BUDGET)
    figures[`practice network, ${followers} followers: false alarms a month`] =
      Math.round((episodes.length / 6) * 100) / 100
    const minutes = Array.from({ length: crises }, (_, i) => minutesUnseen(followers, i))
    const seen = minutes.filter(Number.isFinite).toSorted((a, b) => a - b)
    const median = seen[Math.floor(seen.length / 2)]
    figures[`practice network, ${followers} followers: calls to boycott`] =
      `${seen.length} of ${crises} seen, median ${median === undefined ? '–' : Math.round(median)} min after the first call`
  }
  return figures
}

function talkOf(followers: number, days: number): number[] {
  const brand = { seed: 'morel', handle: 'atelier_morel', name: 'Atelier Morel' }
  return Array.from({ length: days }, (_, day) =>
    brandTalk(theWorld(), brand, followers, FIRST_DAY + day).map(({ at }) => at),
  ).flat()
}

function hoursOf(instants: readonly number[], days: number): HourOfSeries[] {
  const counts = new Map<number, number>()
  for (const at of instants) {
    const hour = Math.floor((at - FIRST_DAY * DAY) / HOUR)
    counts.set(hour, (counts.get(hour) ?? 0) + 1)
  }
  return Array.from({ length: days * 24 }, (_, i) => {
    const at = FIRST_DAY * DAY + i * HOUR
    const wall = at + zoneOffset(at, WORLD_ZONE)
    const day = Math.floor(wall / DAY)
    return {
      count: counts.get(i) ?? 0,
      hour: Math.floor(wall / HOUR) % 24,
      weekday: (day + 3) % 7,
      day: String(day),
    }
  })
}

function minutesUnseen(followers: number, rank: number): number {
  const random = randomOf('boycott', rank)
  const from = (FIRST_DAY + LEARNT_DAYS) * DAY + Math.floor((7 + random.next() * 14) * HOUR)
  const usual = talkOf(followers, LEARNT_DAYS + 2)
  const past = hoursOf(usual, LEARNT_DAYS)
  const portrait = portray(past, BUDGET)
  if (!portrait) return Infinity
  const added = voices(from, rank)
  for (const now of added) {
    const until = [...usual, ...added].filter((at) => at <= now)
    const hours = hoursOf(until, LEARNT_DAYS + 2)
    const place = Math.floor((now - FIRST_DAY * DAY) / HOUR)
    const { hour = 0, weekday = 0, count = 0, day = '' } = hours[place] ?? {}
    const today = hours.reduce((sum, h) => sum + (h.day === day ? h.count : 0), 0)
    const rings =
      count >= boundsOf(portrait, 'hour', hour, weekday).alarm ||
      today >= boundsOf(portrait, 'day', hour, weekday).alarm
    if (rings) return (now - from) / 60_000
  }
  return Infinity
}

/** When the callers speak, and those among their followers who see it and speak up. */
function voices(from: number, rank: number): number[] {
  const world = theWorld()
  const random = randomOf('callers', rank)
  return Array.from({ length: CALLERS }, (_, i) => {
    const at = from + (i === 0 ? 0 : random.next() * HOUR)
    const caller = wellFollowed(rank * CALLERS + i)
    const post = { id: `boycott-${rank}-${i}`, at, text: 'Boycottez l’Atelier Morel', images: 0 }
    const { views } = react(world, followersOf(world, caller), post, `caller ${caller}`)
    const heard = views.flatMap((step) =>
      Array.from({ length: step.count }, () => step.at).filter(() => random.chance(1 / SPEAKS)),
    )
    return [at, ...heard]
  })
    .flat()
    .toSorted((a, b) => a - b)
}

let ranked: number[] | undefined

function wellFollowed(rank: number): number {
  ranked ??= Array.from({ length: WORLD_SIZE }, (_, id) => id).toSorted(
    (a, b) => followersOf(theWorld(), b).length - followersOf(theWorld(), a).length,
  )
  return ranked[rank % 200] ?? 0
}
