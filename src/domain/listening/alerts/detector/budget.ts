/** The two lengths at which a series is looked at: a sudden burst, and a slow rise. */
export type Scale = 'hour' | 'day'

/** How many stretches of each length a month of 30 days has. */
const PER_MONTH: Record<Scale, number> = { hour: 720, day: 30 }
/** What each length may spend of the budget; the rest is kept for what the model gets wrong (`npm run bench -- alerts`). */
const SHARE: Record<Scale, number> = { hour: 0.3, day: 0.2 }

/**
 * The chance that a calm stretch may have of raising an alarm, so that all queries together raise no more false alarms
 * than the budget. The sum of chances bounds the expected number (Bonferroni), whatever ties the series together.
 * @param perMonth false alarms that the company bears in a month of 30 days, for all its queries
 */
export function chanceAllowed(perMonth: number, queries: number, scale: Scale): number {
  return Math.min(0.5, (perMonth * SHARE[scale]) / (PER_MONTH[scale] * Math.max(1, queries)))
}
