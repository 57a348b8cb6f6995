import type { Features } from './appeal.ts'
import type { Random } from './random.ts'
import type { CommentTone } from './texts/comment-tone.ts'

/** Shares of what people write under a shop's posts, in hundredths (README, "Comments"). */
const SHARES: Record<Exclude<CommentTone, 'spam'>, number> = {
  thanks: 44,
  question: 30,
  purchase: 13,
  complaint: 9,
  opinion: 4,
}

/** What a comment is for, given what the post holds. Spammers do not ask themselves. */
export function toneOf(features: Features, random: Random): CommentTone {
  const shares = { ...SHARES }
  if (features.question) shares.opinion = 70
  if (features.promotion) {
    shares.purchase *= 1.8
    shares.question *= 1.4
  }
  return random.weighted(shares)
}
