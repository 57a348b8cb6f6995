import { sql } from 'kysely'
import type { Executor } from '#platform/db/database.ts'
import { addDays, dayOf, daysBetween, startOfDay } from './days.ts'
import type { Reading } from './record-facts.ts'

const HOUR = 3_600_000

/**
 * Brings in the readings of a past, as if they had been kept one by one: the last value told within each hour
 * and each of the company's days. Made for tens of thousands at once, all of one company and one zone.
 */
export async function importFacts(
  db: Executor,
  readings: readonly Omit<Reading, 'timeZone' | 'entered'>[],
  timeZone: string,
): Promise<void> {
  const inOrder = readings.toSorted((a, b) => a.readAt.getTime() - b.readAt.getTime())
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (!first || !last) return
  const days = daysBetween(dayOf(first.readAt, timeZone), addDays(dayOf(last.readAt, timeZone), 1))
  const starts = days.map((day) => startOfDay(day, timeZone).getTime())
  const facts = new Map<string, { reading: Omit<Reading, 'timeZone'>; grain: string; at: number }>()
  let day = 0
  for (const reading of inOrder) {
    const told = reading.readAt.getTime()
    while ((starts[day + 1] ?? Infinity) <= told) day++
    const midnight = starts[day] ?? 0
    const hour = midnight + Math.floor((told - midnight) / HOUR) * HOUR
    const { subjectId, metric } = reading
    for (const [grain, at] of [
      ['hour', hour],
      ['day', midnight],
    ] as const) {
      facts.set(`${grain} ${at} ${metric} ${subjectId}`, { reading, grain, at })
    }
  }
  await insert(db, [...facts.values()])
}

async function insert(
  db: Executor,
  facts: { reading: Omit<Reading, 'timeZone'>; grain: string; at: number }[],
): Promise<void> {
  const of = <T>(value: (reading: Omit<Reading, 'timeZone'>) => T) =>
    facts.map((fact) => value(fact.reading))
  await sql`
    insert into metric_facts
      (company_id, subject, subject_id, channel_id, metric, grain, at, value, read_at)
    select * from unnest(
      ${of((r) => r.companyId)}::uuid[], ${of((r) => r.subject)}::text[], ${of((r) => r.subjectId)}::uuid[],
      ${of((r) => r.channelId)}::uuid[], ${of((r) => r.metric)}::text[], ${facts.map((f) => f.grain)}::text[],
      ${facts.map((f) => new Date(f.at))}::timestamptz[], ${of((r) => r.value)}::bigint[],
      ${of((r) => r.readAt)}::timestamptz[])
    on conflict do nothing`.execute(db)
}
