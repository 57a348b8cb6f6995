import { type Dispersion, measureDispersion, type PostCount } from './dispersion.ts'
import { mixture, type Posterior } from './posterior.ts'
import { proportionsPosterior, proportionVariance } from './proportions.ts'
import { type ArmTotal, ratesPosterior, rateVariance } from './rates.ts'
import { solveIncreasing } from './solve.ts'

/** A value and what the facts leave open around it: the median and a central interval. */
export interface Estimate {
  low: number
  mid: number
  high: number
}

export interface Comparison {
  a: ArmTotal & { posts: number; perExposure: Estimate }
  b: ArmTotal & { posts: number; perExposure: Estimate }
  /** B's figure over A's. */
  ratio: Estimate
  probabilityBBetter: number
  /** Probability that the ratio lies between the two. */
  probabilityBetween(low: number, high: number): number
  dispersion: Dispersion
  model: Model
}

/** `rate`: events per exposure, any number of them. `proportion`: at most one event per exposure. */
export type Model = 'rate' | 'proportion'

const models = {
  rate: { posterior: ratesPosterior, variance: rateVariance },
  proportion: { posterior: proportionsPosterior, variance: proportionVariance },
}

/**
 * Compares two versions on what their posts brought. Deterministic: the same facts give the same
 * answer to the last digit. Coverage and error rates are held by calibration.test.ts.
 * @param certainty level of the intervals, 0.95
 * @throws RangeError when a version has no post, or an exposure is not positive
 */
export function compare(
  a: readonly PostCount[],
  b: readonly PostCount[],
  { model, certainty }: { model: Model; certainty: number },
): Comparison {
  const posterior = posteriorOf(a, b, model)
  const totals = { a: total(a), b: total(b) }
  const around = (cumulative: (x: number) => number, start: number) =>
    estimate(cumulative, certainty, start)
  return {
    a: { ...totals.a, posts: a.length, perExposure: around(posterior.a, guess(totals.a)) },
    b: { ...totals.b, posts: b.length, perExposure: around(posterior.b, guess(totals.b)) },
    ratio: around(posterior.ratio, guess(totals.b) / guess(totals.a)),
    probabilityBBetter: 1 - posterior.ratio(1),
    probabilityBetween: (low, high) => posterior.ratio(high) - posterior.ratio(low),
    dispersion: posterior.dispersion,
    model,
  }
}

/** The posterior alone, for whoever needs no interval. */
export function posteriorOf(
  a: readonly PostCount[],
  b: readonly PostCount[],
  model: Model,
): Posterior & { dispersion: Dispersion } {
  for (const posts of [a, b]) check(posts)
  const { posterior, variance } = models[model]
  const dispersion = measureDispersion([a, b], variance)
  const parts = dispersion.likely.map((phi) => posterior(total(a), total(b), phi))
  return { ...mixture(parts), dispersion }
}

function check(posts: readonly PostCount[]) {
  if (posts.length === 0) throw new RangeError('a version without a post cannot be compared')
  if (posts.some(({ exposure }) => !(exposure > 0)))
    throw new RangeError('an exposure is not positive')
}

function total(posts: readonly PostCount[]): ArmTotal {
  return posts.reduce(
    (sum, { count, exposure }) => ({ count: sum.count + count, exposure: sum.exposure + exposure }),
    { count: 0, exposure: 0 },
  )
}

function guess({ count, exposure }: ArmTotal): number {
  return (count + 0.5) / exposure
}

function estimate(cumulative: (x: number) => number, certainty: number, start: number): Estimate {
  const at = (p: number) => solveIncreasing(cumulative, p, start)
  return { low: at((1 - certainty) / 2), mid: at(0.5), high: at((1 + certainty) / 2) }
}
