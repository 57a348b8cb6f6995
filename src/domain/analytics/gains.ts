import { sql } from 'kysely'
import type { Executor } from '#platform/db/database.ts'
import { FOLLOWED_DAYS } from './collect.ts'
import { addDays, dayOf, startOfDay } from './days.ts'

/** What counts as engagement: what people did with a post, whichever the network tells of. */
export const ENGAGEMENT = ['likes', 'reposts', 'replies', 'quotes', 'bookmarks'] as const

/** Engagement gained on one day on one account. */
export interface Gain {
  day: string
  channelId: string
  value: number
}

/** Days of a company on the clock of its zone, the last one included; of one account, or of all. */
interface Days {
  companyId: string
  from: string
  to: string
  timeZone: string
  channelId?: string | undefined
}

/**
 * Engagement gained day by day: each day's last cumulative count less the one before it, summed over posts.
 * After days without a reading, what was gained meanwhile falls on the first day read again.
 * Posts are followed for `FOLLOWED_DAYS` days, so no earlier fact can matter.
 */
export async function engagementGains(
  db: Executor,
  { companyId, from, to, timeZone, channelId }: Days,
): Promise<Gain[]> {
  const since = startOfDay(addDays(from, -FOLLOWED_DAYS - 1), timeZone)
  const start = startOfDay(from, timeZone)
  const end = startOfDay(addDays(to, 1), timeZone)
  const { rows } = await sql<{ at: Date; channelId: string; value: number }>`
    with steps as (
      select at, channel_id, value - lag(value, 1, 0::bigint) over (partition by subject_id, metric order by at) as gain
      from metric_facts
      where company_id = ${companyId} and subject = 'delivery' and grain = 'day'
        and metric = any(${[...ENGAGEMENT]}) and at >= ${since} and at < ${end}
        ${channelId ? sql`and channel_id = ${channelId}` : sql``}
    )
    select at, channel_id, sum(gain) as value from steps where at >= ${start} group by at, channel_id order by at
  `.execute(db)
  return rows.map(({ at, channelId: id, value }) => ({
    day: dayOf(at, timeZone),
    channelId: id,
    value,
  }))
}

/** Days on which at least one account was read. */
export async function daysRead(
  db: Executor,
  { companyId, from, to, timeZone, channelId }: Days,
): Promise<Set<string>> {
  const { rows } = await sql<{ at: Date }>`
    select distinct at from metric_facts
    where company_id = ${companyId} and grain = 'day'
      and at >= ${startOfDay(from, timeZone)} and at < ${startOfDay(addDays(to, 1), timeZone)}
      ${channelId ? sql`and channel_id = ${channelId}` : sql``}
  `.execute(db)
  return new Set(rows.map(({ at }) => dayOf(at, timeZone)))
}
