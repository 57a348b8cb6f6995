import type { ArmTotal } from './rates.ts'
import type { Posterior } from './posterior.ts'
import { betaI } from './special-functions.ts'

/**
 * Two proportions, where each unit of exposure (a view) gives one event or none: binomial counts
 * under the Jeffreys prior, so p ~ Beta(count + ½, exposure − count + ½) (Brown, Cai & DasGupta,
 * Statistical Science 16, 2001). P(p_B ≤ r p_A) is integrated over p_A.
 * @param dispersion counts and exposures are divided by it: that much less was learned from them
 */
export function proportionsPosterior(a: ArmTotal, b: ArmTotal, dispersion = 1): Posterior {
  const [shapeA, shapeB] = [shapeOf(a, dispersion), shapeOf(b, dispersion)]
  const nodes = lazily(() => nodesOf(shapeA))
  return {
    a: (x) => betaI(x, shapeA.hits, shapeA.misses),
    b: (x) => betaI(x, shapeB.hits, shapeB.misses),
    ratio: (r) =>
      nodes().reduce(
        (sum, { p, weight }) => sum + weight * betaI(r * p, shapeB.hits, shapeB.misses),
        0,
      ),
  }
}

interface Shape {
  hits: number
  misses: number
}

function shapeOf({ count, exposure }: ArmTotal, dispersion: number): Shape {
  return { hits: count / dispersion + 0.5, misses: (exposure - count) / dispersion + 0.5 }
}

const NEGLIGIBLE = 1e-13

/**
 * Points and weights of a Beta distribution by the trapezoidal rule in t = ln(p / (1 − p)), where
 * its density is smooth and dies away at both ends: the rule then converges geometrically
 * (Trefethen & Weideman, SIAM Review 56, 2014).
 */
function nodesOf({ hits, misses }: Shape): { p: number; weight: number }[] {
  const mode = Math.log(hits / misses)
  const step = 0.35 * Math.min(1, Math.sqrt(1 / hits + 1 / misses))
  const density = (t: number) =>
    hits * (t - mode) - (hits + misses) * (softplus(t) - softplus(mode))
  const outwards = (sign: 1 | -1) => {
    const found: { p: number; weight: number }[] = []
    for (let t = mode + (sign > 0 ? 0 : -step); ; t += sign * step) {
      const weight = Math.exp(density(t))
      if (weight < NEGLIGIBLE) return found
      found.push({ p: 1 / (1 + Math.exp(-t)), weight })
    }
  }
  const nodes = [...outwards(-1), ...outwards(1)]
  const total = nodes.reduce((sum, { weight }) => sum + weight, 0)
  return nodes.map(({ p, weight }) => ({ p, weight: weight / total }))
}

/** ln(1 + eᵗ), without overflow. */
function softplus(t: number): number {
  return t > 0 ? t + Math.log1p(Math.exp(-t)) : Math.log1p(Math.exp(t))
}

/** Variance of a binomial count. */
export function proportionVariance(expected: number, exposure: number): number {
  return expected * (1 - expected / exposure)
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
