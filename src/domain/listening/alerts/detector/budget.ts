import type { Scale, Subject } from './scales.ts'

/** What each look at a series may spend of the budget; the rest is kept for what the law gets wrong (`npm run bench -- alerts`). */
export const SHARES: readonly { of: Subject; scale: Scale; share: number }[] = [
  { of: 'all', scale: 'minutes', share: 0.18 },
  { of: 'all', scale: 'hour', share: 0.02 },
  { of: 'all', scale: 'day', share: 0.05 },
  { of: 'worrying', scale: 'hour', share: 0.1 },
  { of: 'worrying', scale: 'hours', share: 0.1 },
  { of: 'worrying', scale: 'day', share: 0.03 },
]

export interface Budget {
  /** False alarms that are borne in a month of 30 days, for all queries together. */
  perMonth: number
  queries: number
}

/**
 * The chance that a calm day of one query may have of raising an alarm by one look, so that all looks and queries together
 * raise no more false alarms than the budget. The sum of chances bounds the expected number (Bonferroni), whatever ties
 * the series together.
 */
export function chanceOfDay({ perMonth, queries }: Budget, share: number): number {
  return Math.min(0.5, (perMonth * share) / (30 * Math.max(1, queries)))
}
