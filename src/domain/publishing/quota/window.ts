import { Temporal } from 'temporal-polyfill'
import type { Quota } from '#connectors/_contract/manifest.ts'

/** Something that used a quota up: when, and how much of it. */
export interface Use {
  at: Date
  weight: number
}

export type Window = Quota['window']
type Limit = Pick<Quota, 'max' | 'window'>

/** A stretch of time in which a quota is counted: after `from`, up to `to`. */
export interface Stretch {
  from: Date
  to: Date
}

/**
 * The stretch that a use at an instant is counted in.
 *
 * - `rolling`: the so many seconds that end at the instant, the first one left out: what was sent exactly so long
 *   ago counts no more.
 * - `day`: from midnight, included, to the next, in the window's zone or else the company's. Days on which clocks
 *   change have 23 or 25 hours.
 *
 * @param zone of the company, IANA
 */
export function stretchAt(window: Window, at: Date, zone: string): Stretch {
  if (window.kind === 'rolling')
    return { from: new Date(at.getTime() - window.seconds * 1000), to: at }
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(window.timeZone ?? zone)
    .startOfDay()
  const next = day.add({ days: 1 }).startOfDay()
  // A millisecond less, so that `from` is out and `to` is in, as for the rolling kind.
  return { from: instant(day, -1), to: instant(next, -1) }
}

/** How much of it is used by what is counted together with an instant. */
export function usedAt({ window }: Limit, uses: readonly Use[], at: Date, zone: string): number {
  const { from, to } = stretchAt(window, at, zone)
  return uses.reduce((sum, use) => (use.at > from && use.at <= to ? sum + use.weight : sum), 0)
}

/**
 * The first instant, not before another, at which so much more fits. More than the whole quota never fits: it is
 * given an empty window, and the network decides.
 * @param uses what was sent until `from`
 * @param from now
 */
export function firstRoom(
  limit: Limit,
  uses: readonly Use[],
  weight: number,
  from: Date,
  zone: string,
): Date {
  const asked = Math.min(weight, limit.max)
  const fits = (at: Date) => usedAt(limit, uses, at, zone) + asked <= limit.max
  if (asked <= 0 || fits(from)) return from
  // Room comes only when something leaves the window.
  return momentsOfRelief(limit.window, uses, from, zone).find(fits) ?? from
}

/** When the first of what is counted together with an instant counts no more; null when nothing is counted. */
export function nextRelief(
  limit: Limit,
  uses: readonly Use[],
  at: Date,
  zone: string,
): Date | null {
  if (usedAt(limit, uses, at, zone) === 0) return null
  return momentsOfRelief(limit.window, uses, at, zone)[0] ?? null
}

function momentsOfRelief(window: Window, uses: readonly Use[], from: Date, zone: string): Date[] {
  if (window.kind === 'day') return [new Date(stretchAt(window, from, zone).to.getTime() + 1)]
  return uses
    .map(({ at }) => new Date(at.getTime() + window.seconds * 1000))
    .filter((at) => at > from)
    .sort((a, b) => a.getTime() - b.getTime())
}

const instant = (time: Temporal.ZonedDateTime, ms: number) => new Date(time.epochMilliseconds + ms)
