import { countBeyond } from './negative-binomial.ts'
import type { Scale } from './scales.ts'
import type { Stretch } from './stretches.ts'

/** Scatter that is supposed before anything is known, and how many stretches that guess is worth. */
const CAUTION = { overdispersion: 1, stretches: { minutes: 48, hour: 48, hours: 48, day: 7 } }
/** A stretch counts for no more than the law itself would see once in so many. */
const ONCE_IN = 50
/** Rounds at most, and the change below which one is the last. */
const ROUNDS = 6
const SETTLED = 0.02

/**
 * How much more than chance the counts of stretches vary, by moments, Σ((n−μ)²−μ)/Σμ² (Cameron and Trivedi, Regression
 * Analysis of Count Data, §3.3), mixed with a cautious guess. Crises of the past must not pass for scatter: each count is
 * cut where the law found so far would see it once in 50, until the two agree (the downweighting of past outbreaks of
 * Noufaily et al., Statistics in Medicine 32, 2013, made a cut).
 */
export function scatterOf(past: readonly Stretch[], scale: Scale): number {
  const typical = past.reduce((sum, { mean }) => sum + mean ** 2, 0) / Math.max(1, past.length)
  const caution = Math.min(CAUTION.stretches[scale], past.length + 1) * typical
  const kinds = kindsOf(past)
  let overdispersion = CAUTION.overdispersion
  for (let round = 0; round < ROUNDS; round++) {
    let excess = CAUTION.overdispersion * caution
    let squares = caution
    for (const { mean, counts } of kinds) {
      const most = countBeyond(1 / ONCE_IN, { mean, overdispersion })
      for (const [count, times] of counts) {
        excess += times * ((Math.min(count, most) - mean) ** 2 - mean)
        squares += times * mean ** 2
      }
    }
    const found = squares > 0 ? Math.max(0, excess / squares) : 0
    const isSettled = Math.abs(found - overdispersion) <= SETTLED * overdispersion
    overdispersion = found
    if (isSettled) break
  }
  return overdispersion
}

/** Stretches of one place of the week share their mean: how often each count came there. */
function kindsOf(past: readonly Stretch[]): { mean: number; counts: Map<number, number> }[] {
  const kinds = new Map<number, Map<number, number>>()
  for (const { count, mean } of past) {
    const counts = kinds.get(mean) ?? new Map<number, number>()
    kinds.set(mean, counts)
    counts.set(count, (counts.get(count) ?? 0) + 1)
  }
  return [...kinds].map(([mean, counts]) => ({ mean, counts }))
}
