import type { Random } from './random.ts'

/** What people see of a post before deciding anything. */
export interface Features {
  image: boolean
  link: boolean
  question: boolean
  hashtags: number
  figure: boolean
  promotion: boolean
  long: boolean
}

/** Chance of each reaction of an average member who has the post under the eyes. */
export interface Propensity {
  like: number
  reshare: number
  comment: number
  click: number
}

/** For a plain text, per view. Buffer (2025) finds 2.3 % (X) to 6.5 % (LinkedIn) interactions per impression. */
const PLAIN: Propensity = { like: 0.036, reshare: 0.0045, comment: 0.003, click: 0 }
const CLICK = 0.021

export function featuresOf(text: string, images: number): Features {
  return {
    image: images > 0,
    link: /https?:\/\/\S/.test(text),
    question: /\?/.test(text),
    hashtags: text.match(/#[\p{L}\p{N}_]+/gu)?.length ?? 0,
    figure: /\d/.test(text.replace(/https?:\/\/\S+/g, '')),
    promotion: /\bpromo|\bsoldes?\b|-\s?\d+\s?%|remise|\bsales?\b|discount|% off/i.test(text),
    long: text.length > 220,
  }
}

/**
 * How willing people are, from what the post holds. The README gives the source of each factor;
 * factors multiply, and none is large: who reads and when they read counts more.
 */
export function propensityOf(features: Features): Propensity {
  const { image, link, question, hashtags, figure, promotion, long } = features
  const tags = hashtags === 0 ? 1 : hashtags <= 3 ? 1.16 : 0.85
  return {
    like:
      PLAIN.like * when(image, 1.35) * when(promotion, 0.8) * when(link, 0.9) * when(long, 0.92),
    reshare: PLAIN.reshare * when(image, 1.35) * when(figure, 1.17) * tags * when(promotion, 0.9),
    comment: PLAIN.comment * when(question, 1.9) * when(image, 1.1) * when(promotion, 1.2),
    click: link ? CLICK * when(promotion, 1.3) * when(question, 1.1) * when(image, 1.05) : 0,
  }
}

const when = (present: boolean, factor: number) => (present ? factor : 1)

/** What no rule explains: the same shop's posts differ by far more than their form. Median 1. */
export function luckOf(random: Random): number {
  return random.logNormal(1, LUCK_SPREAD)
}

const LUCK_SPREAD = 0.4
