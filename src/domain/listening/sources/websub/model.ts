import type { Selectable } from 'kysely'
import type { ListeningTables } from '../../tables.ts'

export type FeedSubscription = Selectable<ListeningTables['feedSubscriptions']>

/** The work of asking hubs. */
export const HUBS_WORK = 'listening-hubs'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** How often a feed is read whose hub tells us of what is new: a hub may forget us, or be wrong. */
export const TOLD_RHYTHM = HOUR

/** Since when a hub tells us at once; null when it does not now. */
export function liveSince(
  { liveSince: since, leaseUntil, sourceId }: FeedSubscription,
  now: Date,
): Date | null {
  return sourceId && leaseUntil && leaseUntil > now ? since : null
}
