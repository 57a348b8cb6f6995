import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Period } from './period.ts'
import type { OverviewTables } from './tables.ts'

export interface Counts {
  negative: number
  neutral: number
  positive: number
  unsure: number
  unread: number
  byPerson: number
}

export const nothing: Counts = {
  negative: 0,
  neutral: 0,
  positive: 0,
  unsure: 0,
  unread: 0,
  byPerson: 0,
}

const KEYS = Object.keys(nothing) as (keyof Counts)[]

export const mentionsIn = (c: Counts) => c.negative + c.neutral + c.positive + c.unsure + c.unread

/** Mentions whose opinion is read and sure. */
export const sureIn = (c: Counts) => c.negative + c.neutral + c.positive

export function together(counts: Iterable<Counts>): Counts {
  const sum = { ...nothing }
  for (const one of counts) for (const key of KEYS) sum[key] += one[key]
  return sum
}

/** What is counted: one query or, without, every mention once; one source or all. */
export interface Scope {
  companyId: string
  queryId?: string | undefined
  sourceId?: string | undefined
}

/** How a grain is written in `overviewPoint.at`. */
const WRITTEN = { hour: 'YYYY-MM-DD"T"HH24:00', day: 'YYYY-MM-DD', week: 'YYYY-MM-DD' }

/** Counts by hour, day or week of the company's clock; an hour belongs to the day in which it begins. */
export async function countsByPlace(
  db: Executor,
  scope: Scope,
  period: Period,
): Promise<Map<string, Counts>> {
  const { by, timeZone } = period
  const begins = sql<Date>`date_trunc(${by}, hour at time zone ${timeZone})`
  const rows = await tablesOf<{ counted: Counts & { begins: Date } }>(db)
    // Written once for each place: to write it for each hour took longer than to count them all.
    .with('counted', () =>
      hoursWithin(db, scope, period)
        .select((eb) => [begins.as('begins'), ...KEYS.map((key) => eb.fn.sum<number>(key).as(key))])
        .groupBy('begins'),
    )
    .selectFrom('counted')
    .select([sql<string>`to_char(begins, ${WRITTEN[by]})`.as('place'), ...KEYS])
    .execute()
  return new Map(rows.map(({ place, ...counts }) => [place, counts]))
}

export async function countsBySource(
  db: Executor,
  scope: Scope,
  period: Period,
): Promise<{ sourceId: string | null; counts: Counts }[]> {
  const rows = await hoursWithin(db, scope, period)
    .select((eb) => ['sourceId', ...KEYS.map((key) => eb.fn.sum<number>(key).as(key))])
    .groupBy('sourceId')
    .execute()
  return rows.map(({ sourceId, ...counts }) => ({ sourceId, counts }))
}

function hoursWithin(db: Executor, { companyId, queryId, sourceId }: Scope, period: Period) {
  return tablesOf<OverviewTables>(db)
    .selectFrom('mentionHours')
    .where('companyId', '=', companyId)
    .where('queryId', queryId === undefined ? 'is' : '=', queryId ?? null)
    .$if(sourceId !== undefined, (q) => q.where('sourceId', '=', sourceId ?? ''))
    .where('hour', '>=', period.start)
    .where('hour', '<', period.end)
}
