import type { Text } from '#platform/text.ts'

/** What a person may count by looking, where no network tells it. */
export const HAND_COUNTS = ['views', 'likes', 'replies', 'reposts', 'clicks', 'check-ins'] as const

export type HandCount = (typeof HAND_COUNTS)[number]

/** How a person puts a post up by hand for one account. */
export interface Handed {
  /** What kind of place it is: “MySpace”, “Paper”. */
  called: Text
  /** One or two letters shown as its stamp. */
  stamp: string
  /** What to do, in order. */
  steps: Text[]
  /** What shows best that it was done. */
  proof: 'link' | 'photo'
  /** What can be counted of a post there. */
  counts: HandCount[]
  /** Whether people are counted as they come and go, day by day. */
  visits: boolean
  /** Why nothing can be put there any more; its past is kept. */
  closed?: Text
}
