import type { Posterior } from './posterior.ts'
import { betaI, gammaP } from './special-functions.ts'

/** What all posts of one version brought together. */
export interface ArmTotal {
  count: number
  exposure: number
}

/**
 * Two rates of events per unit of exposure: Poisson counts under the Jeffreys prior, so
 * λ ~ Gamma(count + ½, exposure) (Gelman et al., Bayesian Data Analysis, 3rd ed., §2.6 and §2.8).
 * Of two independent gammas the share G_B / (G_A + G_B) is Beta(b, a): the ratio of the rates has a
 * closed form (Price & Bonett, J. Stat. Comput. Simul. 67, 2000; d'Agostini, arXiv 2012.04455).
 * @param dispersion counts and exposures are divided by it: that much less was learned from them
 */
export function ratesPosterior(a: ArmTotal, b: ArmTotal, dispersion = 1): Posterior {
  const shapeA = a.count / dispersion + 0.5
  const shapeB = b.count / dispersion + 0.5
  return {
    a: (x) => gammaP(shapeA, (x * a.exposure) / dispersion),
    b: (x) => gammaP(shapeB, (x * b.exposure) / dispersion),
    ratio: (r) => betaI((r * b.exposure) / (a.exposure + r * b.exposure), shapeB, shapeA),
  }
}

/** Variance of a Poisson count: its mean. */
export function rateVariance(expected: number): number {
  return expected
}
