/** One hour of the past. */
export interface Placed {
  count: number
  /** Where it falls in each rhythm, e.g. its hour of the day and its weekday; same order everywhere. */
  places: readonly number[]
}

/** What is usual: a level, and how each place of each rhythm stands to it. */
export interface Usual {
  level: number
  rhythms: number[][]
  overdispersion: number
  /** How many stretches it rests on, the older ones counting for less. */
  weight: number
  /** Events behind the level, weighted alike. */
  events: number
}

/**
 * Learns what is usual from the past, oldest first: level × hour × weekday, each pulled towards “no rhythm” as long as
 * little is known, older stretches counting for less.
 *
 * Multiplicative seasonal means by iterative proportional fitting (Deming and Stephan 1940); overdispersion by moments,
 * Σ((n−μ)²−μ)/Σμ² (Cameron and Trivedi, Regression Analysis of Count Data, §3.3), mixed with a cautious guess worth
 * `CAUTION` stretches, so that the first days do not pass for calm ones.
 * @param sizes how many places each rhythm has, e.g. [24, 7]
 * @param halfLife how many stretches back one counts half
 */
export function learnUsual(
  past: readonly Placed[],
  sizes: readonly number[],
  halfLife: number,
): Usual {
  const weights = past.map((_, i) => 2 ** (-(past.length - 1 - i) / halfLife))
  const weight = sum(weights)
  const events = sum(past.map(({ count }, i) => count * (weights[i] ?? 0)))
  const level = (events + 0.5) / (weight + 1)
  const rhythms = sizes.map((size) => Array.from({ length: size }, () => 1))
  for (let round = 0; round < ROUNDS; round++) {
    for (const which of rhythms.keys()) refine(which, rhythms, { past, weights, level })
  }
  return { level, rhythms, weight, events, overdispersion: spread(past, weights, level, rhythms) }
}

/** What an hour at these places brings on average. */
export const meanAt = (usual: Usual, places: readonly number[]): number =>
  usual.level * factor(usual.rhythms, places)

/** Overdispersion to add for how little is known of the level (the variance of its relative error). */
export const ignorance = ({ overdispersion, weight, events }: Usual): number =>
  1 / (events + 1) + overdispersion / (weight + 1)

const ROUNDS = 4
/** Events that a place must have brought before its own rhythm counts as much as “no rhythm”. */
const PULL = 4
/** Stretches that the cautious guess of the overdispersion is worth, and that guess. */
const CAUTION = { stretches: 48, overdispersion: 1 }

interface Known {
  past: readonly Placed[]
  weights: readonly number[]
  level: number
}

function refine(which: number, rhythms: number[][], { past, weights, level }: Known): void {
  const rhythm = rhythms[which] ?? []
  const seen = rhythm.map(() => PULL)
  const expected = rhythm.map(() => PULL)
  past.forEach(({ count, places }, i) => {
    const place = places[which] ?? 0
    const weight = weights[i] ?? 0
    const others = factor(rhythms, places) / (rhythm[place] ?? 1)
    seen[place] = (seen[place] ?? 0) + weight * count
    expected[place] = (expected[place] ?? 0) + weight * level * others
  })
  rhythms[which] = rhythm.map((_, place) => (seen[place] ?? 1) / (expected[place] ?? 1))
}

function factor(rhythms: readonly number[][], places: readonly number[]): number {
  return places.reduce((product, place, which) => product * (rhythms[which]?.[place] ?? 1), 1)
}

function spread(
  past: readonly Placed[],
  weights: readonly number[],
  level: number,
  rhythms: readonly number[][],
): number {
  const caution = Math.min(CAUTION.stretches, past.length + 1) * level ** 2
  let excess = CAUTION.overdispersion * caution
  let scale = caution
  past.forEach(({ count, places }, i) => {
    const mean = level * factor(rhythms, places)
    const weight = weights[i] ?? 0
    excess += weight * ((count - mean) ** 2 - mean)
    scale += weight * mean ** 2
  })
  return Math.max(0, excess / scale)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)
