import { gammaP } from './special-functions.ts'
import { solveIncreasing } from './solve.ts'

/**
 * The z such that a standard normal variable is below it with probability p, for 0.5 ≤ p < 1:
 * z² is the quantile 2p − 1 of χ² with one degree of freedom, that is of 2 × Gamma(½).
 */
export function normalQuantile(p: number): number {
  if (p === 0.5) return 0
  return Math.sqrt(2 * solveIncreasing((x) => gammaP(0.5, x), 2 * p - 1))
}
