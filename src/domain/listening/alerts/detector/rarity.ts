import { chanceOfAtLeast, type CountLaw } from './negative-binomial.ts'

/** Rarities are told as −log₁₀ of a chance; nothing is rarer than this. */
const MOST = 300
/** Days of its own past that weigh as much as the law alone. */
const LAW_DAYS = 21

/** The rarest stretch of each day of a past: the middle of the days, and the width of their Gumbel's law. */
export interface Rarest {
  days: number
  middle: number
  width: number
}

/** How rare it is that a law reaches a count: −log₁₀ of its chance. */
export function rarityOf(count: number, law: CountLaw): number {
  return Math.min(MOST, -Math.log10(chanceOfAtLeast(count, law)))
}

/**
 * The rarity that the rarest stretch of a day passes with a given chance. By the law alone, the rarest of n stretches has
 * Gumbel's law with place log₁₀ n and width 1/ln 10; what the days of the past really had as their rarest gives place and
 * width of their own, by two of their quantiles, which no crisis of the past moves; the two are mixed, and the law alone is
 * never undercut. (Block maxima: Coles, An Introduction to Statistical Modeling of Extreme Values, 2001, ch. 3.)
 * @param own what the past was
 * @param stretches how many a day has
 * @param chance of a day
 */
export function rarityToRing(own: Rarest, stretches: number, chance: number): number {
  const byLaw = { place: Math.log10(stretches), width: 1 / Math.LN10 }
  const share = own.days / (own.days + LAW_DAYS)
  const mix = (found: number, law: number) => Math.max(law, found * share + law * (1 - share))
  const width = mix(own.width, byLaw.width)
  const place = mix(own.middle - reduced(0.5) * width, byLaw.place)
  return Math.min(MOST, place + reduced(1 - chance) * width)
}

/** Quantile of Gumbel's law of place 0 and width 1. */
export const reduced = (share: number): number => -Math.log(-Math.log(share))
