import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { ListeningTables } from '../tables.ts'
import type { HourOfSeries } from './detector/judge.ts'

const HOUR = 3_600_000

/** An hour that really was, with its place on the company's clock. */
export interface Hour extends HourOfSeries {
  at: Date
}

/**
 * Mentions of a query by hour of the company's clock, dismissed ones left out, every hour from `since` to now.
 * @param sourceIds only what these brought
 */
export async function hoursOf(
  db: Executor,
  queryId: string,
  { since, now, timeZone, sourceIds }: Wanted,
): Promise<Hour[]> {
  const hours = emptyHours(since, now, timeZone)
  if (sourceIds.length === 0) return hours
  const rows = await tablesOf<ListeningTables>(db)
    .selectFrom('mentionHits')
    .innerJoin('mentions', 'mentions.id', 'mentionHits.mentionId')
    .select((eb) => [
      sql<Date>`date_trunc('hour', mentions.at)`.as('hour'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where('mentionHits.queryId', '=', queryId)
    .where('mentions.dismissed', '=', false)
    .where('mentions.sourceId', 'in', [...sourceIds])
    .where('mentions.at', '>=', startOf(since))
    .groupBy('hour')
    .execute()
  const counts = new Map(rows.map(({ hour, count }) => [hour.getTime(), count]))
  return hours.map((hour) => ({ ...hour, count: counts.get(hour.at.getTime()) ?? 0 }))
}

export interface Wanted {
  since: Date
  now: Date
  timeZone: string
  sourceIds: readonly string[]
}

export const startOf = (at: Date): Date => new Date(Math.floor(at.getTime() / HOUR) * HOUR)

function emptyHours(since: Date, now: Date, timeZone: string): Hour[] {
  const placeOf = clockIn(timeZone)
  const first = Math.ceil(since.getTime() / HOUR) * HOUR
  const size = Math.max(0, Math.floor((now.getTime() - first) / HOUR) + 1)
  return Array.from({ length: size }, (_, i) => {
    const at = new Date(first + i * HOUR)
    return { at, count: 0, ...placeOf(at) }
  })
}

/** Zones whose hours do not begin with those of UTC are half an hour off at most: their rhythm stays the same. */
function clockIn(timeZone: string): (at: Date) => Pick<Hour, 'hour' | 'weekday' | 'day'> {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  })
  return (at) => {
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, value]),
    )
    const day = `${parts['year']}-${parts['month']}-${parts['day']}`
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
    return { day, weekday, hour: Number(parts['hour']) }
  }
}
