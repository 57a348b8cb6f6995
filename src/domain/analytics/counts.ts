import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { AnalyticsTables } from './tables.ts'

/** By subject id, the last value of each metric known before an instant. */
export type Counts = Map<string, Record<string, number>>

/**
 * The last cumulative counts of posts, told before an instant.
 * @param until counts told later are left out; now, by default
 */
export async function deliveryCounts(
  db: Executor,
  companyId: string,
  deliveryIds: readonly string[],
  until?: Date,
): Promise<Counts> {
  if (deliveryIds.length === 0) return new Map()
  const rows = await lastFacts(db, companyId, 'delivery', until)
    .where('subjectId', 'in', [...deliveryIds])
    .execute()
  return group(rows)
}

/** Followers of an account as last told at or before an instant; null when nothing was told yet. */
export async function followersAt(
  db: Executor,
  companyId: string,
  channelId: string,
  at: Date,
): Promise<number | null> {
  const row = await lastFacts(db, companyId, 'channel', at)
    .where('subjectId', '=', channelId)
    .where('metric', '=', 'followers')
    .executeTakeFirst()
  return row?.value ?? null
}

/** Followers of several accounts, by channel id; accounts that told nothing are left out. */
export async function followersOf(
  db: Executor,
  companyId: string,
  channelIds: readonly string[],
  at: Date,
): Promise<Map<string, number>> {
  if (channelIds.length === 0) return new Map()
  const rows = await lastFacts(db, companyId, 'channel', at)
    .where('subjectId', 'in', [...channelIds])
    .where('metric', '=', 'followers')
    .execute()
  return new Map(rows.map(({ subjectId, value }) => [subjectId, value]))
}

/** Hourly facts: the last value told within the hour that holds the instant may be later than it by minutes, hence `readAt`. */
function lastFacts(db: Executor, companyId: string, subject: 'delivery' | 'channel', until?: Date) {
  return tablesOf<AnalyticsTables>(db)
    .selectFrom('metricFacts')
    .distinctOn(['subjectId', 'metric'])
    .select(['subjectId', 'metric', 'value'])
    .where('companyId', '=', companyId)
    .where('subject', '=', subject)
    .where('grain', '=', 'hour')
    .$if(until !== undefined, (q) => q.where('readAt', '<=', until ?? new Date(0)))
    .orderBy('subjectId')
    .orderBy('metric')
    .orderBy('at', 'desc')
}

function group(rows: { subjectId: string; metric: string; value: number }[]): Counts {
  const counts: Counts = new Map()
  for (const { subjectId, metric, value } of rows) {
    const known = counts.get(subjectId) ?? {}
    counts.set(subjectId, { ...known, [metric]: value })
  }
  return counts
}
