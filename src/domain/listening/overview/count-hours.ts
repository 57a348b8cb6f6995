import { sql } from 'kysely'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { packHours } from '../topics/hours/write-hours.ts'
import { comparedSince } from '../topics/period.ts'
import type { OverviewTables } from './tables.ts'

/**
 * Counts anew, and packs for the topics, the hours of a company that changed since they were counted. May be run at any time and by several at
 * once: an hour is always counted from scratch, in the transaction that takes it off the list.
 * @returns how many hours were counted
 */
export async function countDueHours(desk: Desk, companyId: string): Promise<number> {
  const tables = tablesOf<OverviewTables>(desk.db)
  const waiting = () =>
    tables.selectFrom('mentionHoursDue').select('id').where('companyId', '=', companyId).limit(1)
  if ((await waiting().execute()).length === 0) return 0
  return tables.transaction().execute((trx) => countDueWithin(trx, companyId, desk.clock.now()))
}

/** The same in the caller's transaction. */
export async function countDueWithin(trx: Executor, companyId: string, now: Date): Promise<number> {
  await oneAtATime(trx, companyId)
  const due = await tablesOf<OverviewTables>(trx)
    .deleteFrom('mentionHoursDue')
    .where('companyId', '=', companyId)
    .returning('hour')
    .execute()
  const hours = [...new Map(due.map(({ hour }) => [hour.getTime(), hour])).values()]
  for (let i = 0; i < hours.length; i += BATCH) {
    await countHours(trx, companyId, hours.slice(i, i + BATCH))
  }
  await packHours(trx, companyId, hours, comparedSince(now))
  return hours.length
}

const BATCH = 1_000

/** Two counts of the same hour would stand side by side. */
async function oneAtATime(trx: Executor, companyId: string): Promise<void> {
  const name = `mention-hours:${companyId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx)
}

/** Dismissed mentions, and hits that a person judged off the subject, are nobody's. */
async function countHours(trx: Executor, companyId: string, hours: readonly Date[]): Promise<void> {
  await tablesOf<OverviewTables>(trx)
    .deleteFrom('mentionHours')
    .where('companyId', '=', companyId)
    .where('hour', 'in', hours)
    .execute()
  await sql`
    with found as (
      select mentions.id, hits.query_id, mentions.source_id, date_trunc('hour', mentions.at, 'UTC') as hour,
        coalesce(mentions.sentiment_by_person, mentions.sentiment) as opinion,
        mentions.sentiment_by_person is not null as by_person
      from unnest(${hours}::timestamptz[]) wanted (hour)
      join mentions on mentions.company_id = ${companyId}
        and mentions.at >= wanted.hour and mentions.at < wanted.hour + interval '1 hour'
      join mention_hits hits on hits.mention_id = mentions.id
      where not mentions.dismissed and not exists (
        select from query_judgements said
        where said.mention_id = mentions.id and said.query_id = hits.query_id and not said.relevant)
    ), counted as (
      select * from found
      union all
      select distinct id, null::uuid, source_id, hour, opinion, by_person from found
    )
    insert into mention_hours
      (company_id, query_id, source_id, hour, negative, neutral, positive, unsure, unread, by_person)
    select ${companyId}, query_id, source_id, hour,
      count(*) filter (where opinion = 'negative'), count(*) filter (where opinion = 'neutral'),
      count(*) filter (where opinion = 'positive'), count(*) filter (where opinion = 'unsure'),
      count(*) filter (where opinion is null), count(*) filter (where by_person)
    from counted group by query_id, source_id, hour`.execute(trx)
}
