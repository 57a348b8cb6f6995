import { chanceOf, chanceOfAtLeast, type CountLaw } from './negative-binomial.ts'
import { type Rarest, rarityOf, reduced } from './rarity.ts'
import type { Stretch } from './stretches.ts'

const LOWER = 0.25
const MIDDLE = 0.5
/** Halvings that find a rarity to a thousandth or so. */
const STEPS = 20
const MOST = 300

/**
 * How rare the rarest stretch of each past day was: the middle of the days, and the width of Gumbel's law between their lower
 * quartile and their middle, which no crisis of the past moves.
 * @param fewest counts below are not judged
 */
export function rarestOf(
  stretches: readonly Stretch[],
  overdispersion: number,
  fewest: number,
): Rarest {
  const peaks = peaksOf(stretches, overdispersion, fewest).toSorted((a, b) => a - b)
  const [low, middle] = [quantile(peaks, LOWER), quantile(peaks, MIDDLE)]
  const span = low > 0 ? middle - low : spanEvenly(stretches, overdispersion)
  return { days: peaks.length, middle, width: span / (reduced(MIDDLE) - reduced(LOWER)) }
}

/** The rarity of the rarest stretch of each day, none where too few came. */
function peaksOf(stretches: readonly Stretch[], overdispersion: number, fewest: number): number[] {
  const peaks = new Map<string, number>()
  const known = new Map<string, number>()
  for (const { count, mean, day } of stretches) {
    const peak = peaks.get(day) ?? 0
    peaks.set(day, peak)
    if (count < fewest || count <= mean) continue
    const key = `${count} ${mean}`
    const rarity = known.get(key) ?? rarityOf(count, { mean, overdispersion })
    known.set(key, rarity)
    if (rarity > peak) peaks.set(day, rarity)
  }
  return [...peaks.values()]
}

/** Where a quarter of the days brought too few to be judged, their lower quartile is found by spreading chance evenly. */
function spanEvenly(stretches: readonly Stretch[], overdispersion: number): number {
  const days = daysOf(stretches, overdispersion)
  return evenly(days, MIDDLE) - evenly(days, LOWER)
}

/** Stretches of a day that brought the same where the same was expected: the chance of as many, and of more. */
interface Kind {
  asMany: number
  more: number
  times: number
}

/** What each day brought, the rarest first. */
function daysOf(stretches: readonly Stretch[], overdispersion: number): Kind[][] {
  const known = new Map<string, Kind>()
  const days = new Map<string, Map<string, Kind>>()
  for (const { count, mean, day } of stretches) {
    const key = `${count} ${mean}`
    const kind = known.get(key) ?? kindOf(count, { mean, overdispersion })
    known.set(key, kind)
    const kinds = days.get(day) ?? new Map<string, Kind>()
    days.set(day, kinds)
    kinds.set(key, { ...kind, times: (kinds.get(key)?.times ?? 0) + 1 })
  }
  return [...days.values()].map((kinds) => [...kinds.values()].toSorted((a, b) => a.more - b.more))
}

function kindOf(count: number, law: CountLaw): Kind {
  const asMany = chanceOfAtLeast(count, law)
  return { asMany, more: Math.max(0, asMany - chanceOf(count, law)), times: 0 }
}

/**
 * A quantile of the rarest of each day, the chance of each count spread evenly between as many and more. Counts are whole:
 * where few are expected, a day whose most is two and one whose most is three look far apart, though chance alone decides
 * between them. (The non-randomised probability integral transform of counts: Czado, Gneiting and Held, Biometrics 65, 2009.)
 */
function evenly(days: readonly Kind[][], share: number): number {
  let below = 0
  let above = MOST
  for (let step = 0; step < STEPS; step++) {
    const halfway = (below + above) / 2
    const within = days.reduce((sum, kinds) => sum + chanceWithin(kinds, 10 ** -halfway), 0)
    if (within < share * days.length) below = halfway
    else above = halfway
  }
  return above
}

/** The chance that no stretch of a day was rarer. */
function chanceWithin(kinds: readonly Kind[], chance: number): number {
  let within = 1
  for (const { asMany, more, times } of kinds) {
    if (more >= chance) break
    within *= Math.max(0, (asMany - chance) / (asMany - more)) ** times
  }
  return within
}

function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1)
  const below = sorted[Math.floor(at)] ?? 0
  return below + (at % 1) * ((sorted[Math.ceil(at)] ?? below) - below)
}
