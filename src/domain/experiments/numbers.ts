import type { Language } from '#platform/text.ts'

/** `about` numbers have two significant figures: 137 → 140, 1 284 → 1 300. Small ones stay exact. */
export function aboutNumber(n: number, language: Language): string {
  const rounded = n < 20 ? Math.ceil(n) : Number(n.toPrecision(2))
  return new Intl.NumberFormat(language).format(rounded)
}

export function percent(share: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: digits,
  }).format(share)
}

/** 0.97 → `97 %`; never 0 % nor 100 %, as nothing is certain. */
export function probability(p: number, language: Language): string {
  const words = { en: ['under', 'over'], fr: ['moins de', 'plus de'] }[language]
  if (p > 0.995) return `${words[1]} ${percent(0.995, language, 1)}`
  if (p < 0.005) return `${words[0]} ${percent(0.005, language, 1)}`
  return percent(p, language)
}

/** A ratio with two significant figures: `4.2`. */
export function times(ratio: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(ratio)
}
