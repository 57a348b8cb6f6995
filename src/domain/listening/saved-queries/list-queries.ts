import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { QueryView } from '../api.ts'
import type { Language } from '#platform/text.ts'
import { parseQuery, printQuery, queryBook } from '../query/index.ts'
import type { ListeningTables } from '../tables.ts'

/**
 * The company's queries, oldest first, with what each found in a period and in the one before.
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
  const [queries, counts] = await Promise.all([
    tablesOf<ListeningTables>(desk.db)
      .selectFrom('savedQueries')
      .selectAll()
      .where('companyId', '=', companyId)
      .orderBy('createdAt')
      .orderBy('id')
      .execute(),
    countByDay(desk, companyId, timeZone, period[0] ?? ''),
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
      examples,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      days: period.slice(days).map((day) => ({ day, value: valueOf(day) })),
      found: sum(period.slice(days).map(valueOf)),
      foundBefore: sum(period.slice(0, days).map(valueOf)),
      unseen: latest.get(id)?.unseen ?? 0,
      lastFoundAt: latest.get(id)?.at?.toISOString() ?? null,
    }
  })
}

/** The last `count` calendar days of a zone, today last, as `YYYY-MM-DD`. */
export function lastDays(now: Date, timeZone: string, count: number): string[] {
  const today = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(timeZone).toPlainDate()
  return Array.from({ length: count }, (_, i) => today.subtract({ days: count - 1 - i }).toString())
}

async function countByDay(desk: Desk, companyId: string, timeZone: string, firstDay: string) {
  const rows = await tablesOf<ListeningTables>(desk.db)
    .selectFrom('mentionHits')
    .innerJoin('mentions', 'mentions.id', 'mentionHits.mentionId')
    .select((eb) => [
      'mentionHits.queryId',
      sql<string>`to_char(mentions.at at time zone ${timeZone}, 'YYYY-MM-DD')`.as('day'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where('mentions.companyId', '=', companyId)
    .where('mentions.dismissed', '=', false)
    .where('mentions.at', '>=', sql<Date>`(${firstDay}::timestamp at time zone ${timeZone})`)
    .groupBy(['mentionHits.queryId', 'day'])
    .execute()
  const byQuery = Map.groupBy(rows, ({ queryId }) => queryId)
  return new Map(
    [...byQuery].map(([id, found]) => [id, new Map(found.map((r) => [r.day, r.count]))]),
  )
}

async function latestByQuery(desk: Desk, companyId: string) {
  const rows = await tablesOf<ListeningTables>(desk.db)
    .selectFrom('mentionHits')
    .innerJoin('mentions', 'mentions.id', 'mentionHits.mentionId')
    .select((eb) => [
      'mentionHits.queryId',
      eb.fn.max('mentions.at').as('at'),
      eb.fn.countAll<number>().filterWhere('mentions.seen', '=', false).as('unseen'),
    ])
    .where('mentions.companyId', '=', companyId)
    .where('mentions.dismissed', '=', false)
    .groupBy('mentionHits.queryId')
    .execute()
  return new Map(rows.map((row) => [row.queryId, row]))
}

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
