import { solveIncreasing } from './solve.ts'
import { betaI } from './special-functions.ts'

/** What votes between two things tell of the share of people who prefer the first. */
export interface Preference {
  /** Share of the votes; null without any. */
  share: number | null
  /** The share lies between these with this certainty. */
  interval: { low: number; high: number }
  /** Probability that more than half prefer the first. */
  probabilityFirst: number
  /** Votes still needed, were the share seen the true one, to pass `certainty` one way or the other; 0 when it is passed. */
  needed: number
}

/**
 * Binomial votes under the Jeffreys prior: share ~ Beta(first + ½, second + ½) (Brown, Cai & DasGupta, Statistical
 * Science 16, 2001). As a choice between two, one side is taken when its probability passes (1 + certainty) / 2.
 * @param certainty level of the interval, 0.95 by default
 */
export function preferenceOf(first: number, second: number, certainty = 0.95): Preference {
  const [a, b] = [first + 0.5, second + 0.5]
  const total = first + second
  const tail = (1 - certainty) / 2
  const quantile = (p: number) =>
    Math.min(
      1,
      solveIncreasing((x) => betaI(x, a, b), p, a / (a + b)),
    )
  const probabilityFirst = 1 - betaI(0.5, a, b)
  const decided = probabilityFirst >= 1 - tail || probabilityFirst <= tail
  return {
    share: total === 0 ? null : first / total,
    interval: total === 0 ? { low: 0, high: 1 } : { low: quantile(tail), high: quantile(1 - tail) },
    probabilityFirst,
    needed: decided ? 0 : Math.max(1, votesFor(first, second, 1 - tail) - total),
  }
}

const MOST = 100_000

/** The least number of votes, split as they are now, that would decide; bounded where they are split evenly. */
function votesFor(first: number, second: number, enough: number): number {
  const total = first + second
  const share = total === 0 ? 0.5 : first / total
  const decides = (n: number) => {
    const p = 1 - betaI(0.5, share * n + 0.5, (1 - share) * n + 0.5)
    return p >= enough || p <= 1 - enough
  }
  let low = total
  let high = Math.max(8, total)
  while (!decides(high)) {
    if (high >= MOST) return MOST
    ;[low, high] = [high, Math.min(MOST, high * 2)]
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (decides(middle)) high = middle
    else low = middle
  }
  return high
}
