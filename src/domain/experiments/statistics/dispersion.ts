import { gammaP } from './special-functions.ts'
import { solveIncreasing } from './solve.ts'

/** One post in a comparison: what it brought, and out of how much it could. */
export interface PostCount {
  count: number
  /** Views, followers at the time, or 1 when every post is taken to be worth another. */
  exposure: number
}

/** How much more posts of one version differ from one another than chance alone would have it. */
export interface Dispersion {
  /** Pearson's χ² over its degrees of freedom; 1 is pure chance. `null`: too few posts to know. */
  estimate: number | null
  degrees: number
  /** Likely values, each as likely as another, never under 1: what the estimate leaves open. */
  likely: readonly number[]
}

/** Enough for quantiles to three figures: doubling it changes the intervals by less than 0.5 %. */
const NODES = 24

/**
 * Measures overdispersion between posts, as in quasi-Poisson models (McCullagh & Nelder,
 * Generalized Linear Models, 2nd ed. 1989, §6.2.3; for proportions §4.5.2): φ = χ² / ν.
 * With few posts φ itself is uncertain; it is spread over ν φ̂ / χ²_ν (its posterior under the
 * Jeffreys prior), which widens intervals as Student's t does. Counts of people are not more
 * regular than chance, so values under 1 are read as 1.
 * @param variance of one post's count, from its expected count and its exposure
 */
export function measureDispersion(
  arms: readonly (readonly PostCount[])[],
  variance: (expected: number, exposure: number) => number,
): Dispersion {
  const fits = arms.map((posts) => fit(posts, variance))
  const degrees = fits.reduce((sum, one) => sum + one.degrees, 0)
  if (degrees === 0) return { estimate: null, degrees, likely: [1] }
  const chiSquare = fits.reduce((sum, one) => sum + one.chiSquare, 0)
  return { estimate: chiSquare / degrees, degrees, likely: likelyValues(chiSquare, degrees) }
}

function fit(
  posts: readonly PostCount[],
  variance: (expected: number, exposure: number) => number,
) {
  const total = sum(posts.map((post) => post.count))
  const rate = total / sum(posts.map((post) => post.exposure))
  const residuals = posts.map(({ count, exposure }) => {
    const expected = rate * exposure
    return (count - expected) ** 2 / variance(expected, exposure)
  })
  const known = total > 0 && residuals.every(Number.isFinite)
  return known
    ? { degrees: posts.length - 1, chiSquare: sum(residuals) }
    : { degrees: 0, chiSquare: 0 }
}

function likelyValues(chiSquare: number, degrees: number): number[] {
  const values = Array.from({ length: NODES }, (_, i) => {
    const quantile = 2 * solveIncreasing((x) => gammaP(degrees / 2, x), (i + 0.5) / NODES, degrees)
    return Math.max(1, chiSquare / quantile)
  })
  return values.every((value) => value === 1) ? [1] : values
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}
