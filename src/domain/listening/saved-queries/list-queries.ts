import { type RawBuilder, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { QueryView } from './api.ts'
import type { Language } from '#platform/text.ts'
import { precisionOfQueries } from '../query-tests/precision-of-queries.ts'
import { parseQuery, printQuery, queryBook } from '../query/index.ts'
import { countDueHours } from '../overview/count-hours.ts'
import type { ListeningTables } from '../tables.ts'

/**
 * The company's queries, oldest first, with what each found in a period and in the one before.
 * Hours that changed are counted first, as for the overview.
 * @param days length of the period, the present day included, in the company's zone
 */
export async function listQueries(
  desk: Desk,
  companyId: string,
  days: number,
  language: Language,
): Promise<QueryView[]> {
  const { timeZone } = await companyOf(desk.db, companyId)
  const period = lastDays(desk.clock.now(), timeZone, days * 2)
  await countDueHours(desk, companyId)
  const [queries, counts, precisions] = await Promise.all([
    tablesOf<ListeningTables>(desk.db)
      .selectFrom('savedQueries')
      .selectAll()
      .where('companyId', '=', companyId)
      .orderBy('createdAt')
      .orderBy('id')
      .execute(),
    countByDay(desk, companyId, timeZone, period[0] ?? ''),
    precisionOfQueries(desk.db, companyId),
  ])
  const latest = await latestByQuery(desk, companyId)
  const book = queryBook(queries)
  return queries.map(({ id, name, expression, examples, createdAt, updatedAt }) => {
    const byDay = counts.get(id) ?? new Map<string, number>()
    const valueOf = (day: string) => byDay.get(day) ?? 0
    const parsed = parseQuery(expression, { book, name })
    return {
      id,
      name,
      expression,
      reading: parsed.ok ? printQuery(parsed.query, language) : expression,
      unreadable: parsed.ok
        ? null
        : {
            code: parsed.error.code,
            at: parsed.error.at,
            sentence: parsed.error.message[language],
          },
      examples,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      days: period.slice(days).map((day) => ({ day, value: valueOf(day) })),
      found: sum(period.slice(days).map(valueOf)),
      foundBefore: sum(period.slice(0, days).map(valueOf)),
      unseen: latest.get(id)?.unseen ?? 0,
      precision: precisions.get(id) ?? { judged: 0, share: null },
      lastFoundAt: latest.get(id)?.at?.toISOString() ?? null,
    }
  })
}

/** The last `count` calendar days of a zone, today last, as `YYYY-MM-DD`. */
function lastDays(now: Date, timeZone: string, count: number): string[] {
  const today = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(timeZone).toPlainDate()
  return Array.from({ length: count }, (_, i) => today.subtract({ days: count - 1 - i }).toString())
}

/** Of mentions that are not dismissed: from their hours, and what a person judged off, which these leave out. */
async function countByDay(desk: Desk, companyId: string, timeZone: string, firstDay: string) {
  const since = sql`(${firstDay}::timestamp at time zone ${timeZone})`
  const { rows } = await sql<{ queryId: string; day: string; count: number }>`
    with counted as (
      select query_id, hour as at, negative + neutral + positive + unsure + unread as many from mention_hours
      where company_id = ${companyId} and query_id is not null and hour >= ${since}
      union all ${judgedOff(companyId, sql`and m.at >= ${since}`)}
    )
    select query_id, to_char(at at time zone ${timeZone}, 'YYYY-MM-DD') as day, sum(many)::int as count
    from counted group by 1, 2`.execute(desk.db)
  const byQuery = Map.groupBy(rows, ({ queryId }) => queryId)
  return new Map(
    [...byQuery].map(([id, found]) => [id, new Map(found.map((r) => [r.day, r.count]))]),
  )
}

const judgedOff = (companyId: string, more: RawBuilder<unknown>) => sql`
  select said.query_id, m.at, 1 as many from query_judgements said
  join mention_hits h on h.mention_id = said.mention_id and h.query_id = said.query_id
  join mentions m on m.id = said.mention_id
  where said.company_id = ${companyId} and not said.relevant and not m.dismissed ${more}`

/** The last mention of each query is looked for in the last of its hours alone. */
async function latestByQuery(desk: Desk, companyId: string) {
  const { rows } = await sql<{ queryId: string; at: Date | null; unseen: number }>`
    with unseen as (
      select h.query_id, count(*)::int as many from mentions m join mention_hits h on h.mention_id = m.id
      where m.company_id = ${companyId} and not m.seen and not m.dismissed group by 1
    ), off as (
      select query_id, max(at) as at from (${judgedOff(companyId, sql``)}) judged group by 1
    )
    select q.id as query_id, coalesce(unseen.many, 0) as unseen, greatest(off.at, (
      select max(m.at) from mentions m join mention_hits h on h.mention_id = m.id and h.query_id = q.id
      where m.company_id = ${companyId} and not m.dismissed and m.at >= last.hour
        and m.at < last.hour + interval '1 hour'
    )) as at
    from saved_queries q
    left join unseen on unseen.query_id = q.id
    left join off on off.query_id = q.id
    left join lateral (
      select max(hour) as hour from mention_hours where company_id = ${companyId} and query_id = q.id
    ) last on true
    where q.company_id = ${companyId}`.execute(desk.db)
  return new Map(rows.map((row) => [row.queryId, row]))
}

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
