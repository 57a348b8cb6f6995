import { betaI } from '#domain/experiments/index.ts'

/** How much was said in a stretch of time, and how much of it with the term. */
export interface Stretch {
  said: number
  with: number
}

export interface Rise {
  /** Log-likelihood ratio G² (Dunning 1993, Computational Linguistics 19), 0 where the term is no more frequent. */
  g2: number
  /** Probability of as many or more, were the term as frequent as usual. */
  p: number
}

/**
 * Compares a stretch of time to the usual ones. Given both totals, the count now is binomial were nothing new; its exact
 * tail is told, since G² by itself is too generous to small counts. A term that comes in bursts varies more than that:
 * counts are divided by its dispersion between usual stretches (Pearson's chi-square per degree of freedom, at least 1).
 */
export function riseOf(now: Stretch, usual: readonly Stretch[]): Rise {
  const said = usual.reduce((sum, stretch) => sum + stretch.said, 0)
  const before = usual.reduce((sum, stretch) => sum + stretch.with, 0)
  const share = now.said / (now.said + said)
  const [x, y] = [now.with, before]
  const expected = (x + y) * share
  if (said === 0 || now.said === 0 || x <= expected) return { g2: 0, p: 1 }
  const dispersion = dispersionOf(usual, before / said)
  const g2 = 2 * (part(x, expected) + part(y, x + y - expected))
  return { g2: g2 / dispersion, p: betaI(share, x / dispersion, y / dispersion + 1) }
}

const part = (seen: number, expected: number) => (seen === 0 ? 0 : seen * Math.log(seen / expected))

function dispersionOf(usual: readonly Stretch[], rate: number): number {
  if (rate === 0 || usual.length < 2) return 1
  const chi2 = usual.reduce((sum, { said, with: seen }) => {
    const expected = said * rate
    return expected === 0 ? sum : sum + (seen - expected) ** 2 / expected
  }, 0)
  return Math.max(1, chi2 / (usual.length - 1))
}

/**
 * Benjamini–Hochberg (1995): which of the values are told so that at most a share `q` of those told is expected false.
 * @param tested how many were tested in all; those not given are taken as 1
 */
export function told(ps: readonly number[], tested: number, q: number): boolean[] {
  const order = ps.map((p, i) => ({ p, i })).toSorted((a, b) => a.p - b.p)
  const last = order.findLastIndex(({ p }, rank) => p <= (q * (rank + 1)) / tested)
  const result = ps.map(() => false)
  for (const { i } of order.slice(0, last + 1)) result[i] = true
  return result
}
