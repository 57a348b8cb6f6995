/** A share with its 95 % interval, each between 0 and 1. */
export interface Share {
  low: number
  value: number
  high: number
}

/** Judgements before a share is told: with fewer the interval is wider than half of all. */
export const fewest = 10

/** The normal deviate of 97.5 %. */
const Z = 1.959964

/**
 * Wilson's score interval (E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22,
 * 1927): it holds near 0 and 1 and for few cases, where the usual plus-or-minus does not.
 * @returns null when `count` is below `fewest`: one cannot tell yet
 */
export function wilson(successes: number, count: number): Share | null {
  if (count < fewest) return null
  const value = successes / count
  const z2 = Z * Z
  const centre = (value + z2 / (2 * count)) / (1 + z2 / count)
  const half =
    (Z / (1 + z2 / count)) * Math.sqrt((value * (1 - value)) / count + z2 / (4 * count * count))
  const low = Math.max(0, Math.min(value, centre - half))
  return { low, value, high: Math.min(1, Math.max(value, centre + half)) }
}
