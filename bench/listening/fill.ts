import { sql } from 'kysely'
import type { OpenDesk } from '#main/desk.ts'
import { countDueHours } from '#domain/listening/overview/count-hours.ts'
import type { Caller } from '#support/caller.ts'
import { SPEECH } from './speech.ts'

export const QUERIES = 10

/** How much a company keeps. */
export interface Shape {
  mentions: number
  /** Over how many days, the last of them today. */
  days: number
  /** So many of the latest are copies of one. Of the others one in eight is a copy of another. */
  storm: number
}

/** A company with what it keeps. */
export interface Filled {
  person: Caller
  companyId: string
  queryIds: string[]
  sourceIds: string[]
}

/**
 * A company of five sources and ten queries with its mentions, each found by one of nine queries, one in five by a second,
 * one in a hundred by the tenth; 500 posts a day of 35 days that no query found; 40 alerts, 500 cases; and what the desk
 * rolls up of all this, made as the desk makes it.
 */
export async function fill(
  { desk }: OpenDesk,
  owner: Caller,
  name: string,
  shape: Shape,
): Promise<Filled> {
  const { body } = await owner.post<{ id: string }>('/companies', {
    name,
    language: 'fr',
    timeZone: 'Europe/Paris',
  })
  const companyId = body.id
  const person = owner.of(companyId)
  const queryIds: string[] = []
  for (let n = 0; n < QUERIES; n++) {
    const query = { name: `Requête ${n}`, expression: `"atelier ${n}" OR chaise${n} OR morel` }
    const { body: saved } = await person.post<{ id: string }>('/queries', query)
    queryIds.push(saved.id)
  }
  await person.put('/listening/rivals', { ours: queryIds[0], rivals: queryIds.slice(1, 5) })
  const { rows } = await sql<{ id: string }>`
    insert into sources (id, company_id, connector_id, name, next_poll_at, created_at)
    select uuidv7(), ${companyId}::uuid, 'rss', 'Journal ' || n, '2100-01-01', now() - interval '3 years'
    from generate_series(1, 5) n returning id`.execute(desk.db)
  const sourceIds = rows.map(({ id }) => id)
  await desk.db.connection().execute(async (db) => {
    // Keys that we know are there are not looked for; what triggers note is noted below, once.
    await sql`set session_replication_role = replica`.execute(db)
    await keep(db, { companyId, queryIds, sourceIds }, shape)
    await hear(db, companyId, sourceIds)
    await work(db, companyId, queryIds)
    await sql`
      insert into mention_hours_due (company_id, hour)
      select distinct company_id, date_trunc('hour', at, 'UTC') from mentions where company_id = ${companyId}`.execute(
      db,
    )
    await sql`set session_replication_role = origin`.execute(db)
    await sql`analyze mentions, mention_hits, mention_folds`.execute(db)
  })
  await countDueHours(desk, companyId)
  return { person, companyId, queryIds, sourceIds }
}

type Db = OpenDesk['desk']['db']

/** Mention 1 is the latest. Its author is one of 20,000, few of whom write much. */
async function keep(
  db: Db,
  { companyId, queryIds, sourceIds }: Pick<Filled, 'companyId' | 'queryIds' | 'sourceIds'>,
  { mentions, days, storm }: Shape,
): Promise<void> {
  const start = Number.parseInt(companyId.slice(-6), 16) % SPEECH
  await sql`
    create temporary table bench_rows as
    select n, uuidv7(at - now()) as id, at, floor(20000 * power(random(), 3))::int as who, hashint4(n) & 1048575 as luck
    from (
      select n, date_trunc('milliseconds', now() - (n - random()) * (${days} * interval '1 day' / ${mentions}::int)) as at
      from generate_series(1, ${mentions}::int) n
    ) placed`.execute(db)
  await sql`
    insert into mentions (id, company_id, source_id, connector_id, remote_id, url, canonical_url, author, text, language,
      at, found_at, seen, dismissed, sentiment, confidence, intents, risks, deciding_words, terms)
    select r.id, ${companyId}::uuid, (${sourceIds}::uuid[])[1 + luck % 5], 'rss', r.n, 'https://journal.example/' || r.n,
      'journal.example/' || r.n, jsonb_build_object('remoteId', who::text, 'handle', 'm' || who, 'name', 'Membre ' || who,
        'followers', (who::bigint * 7919) % 90000),
      s.text, s.language, r.at, r.at, r.n > 5000 or luck % 20 > 0, luck % 30 = 0, s.sentiment, s.confidence, s.intents,
      s.risks, s.deciding_words, s.terms
    from bench_rows r join bench_speech s
      on s.n = (${start} + case when r.n <= ${storm} then 0 else r.n * 17::bigint end) % ${SPEECH}::int`.execute(
    db,
  )
  await sql`
    insert into mention_hits (company_id, mention_id, query_id)
    select ${companyId}::uuid, id, (${queryIds}::uuid[])[case when luck % 100 = 0 then ${QUERIES} else 1 + n % ${QUERIES - 1} end]
    from bench_rows
    union select ${companyId}::uuid, id, (${queryIds}::uuid[])[1 + (n + 4) % ${QUERIES - 1}] from bench_rows where luck % 5 = 0
  `.execute(db)
  await sql`
    insert into mention_folds (mention_id, company_id, fold_id, how, at, author_key, followers, reshares)
    select r.id, ${companyId}::uuid, coalesce(f.id, r.id),
      case when f.id is null then 'first' when r.luck % 2 = 0 then 'reshare' else 'alike' end,
      r.at, 'rss:' || r.who, (r.who::bigint * 7919) % 90000, case when r.luck % 3 = 0 then r.luck % 40 end
    from bench_rows r left join bench_rows f on f.n = case
      when r.n <= ${storm} then ${storm}::int + 1
      when r.luck % 8 = 0 then least(r.n + 1 + r.luck % 50, ${mentions}::int) end and f.n > r.n
  `.execute(db)
  await sql`drop table bench_rows`.execute(db)
  await sql`
    insert into mention_keeping (company_id, months) values (${companyId}::uuid, 25) on conflict do nothing`.execute(
    db,
  )
}

async function hear(db: Db, companyId: string, sourceIds: string[]): Promise<void> {
  await sql`
    insert into heard_terms (company_id, canonical_url, source_id, at, day, rank, voice, author, source_name, url, excerpt, terms)
    select ${companyId}::uuid, 'heard.example/' || placed.n, (${sourceIds}::uuid[])[1 + placed.n % 5], at, (at at time zone 'UTC')::date,
      hashint4(placed.n), 'v' || placed.n * 31 % 9000, 'Voix ' || placed.n, 'Journal',
      'https://heard.example/' || placed.n, left(s.text, 200), s.terms
    from (
      select n, date_trunc('milliseconds', now() - n * (interval '35 days' / 17500)) as at from generate_series(1, 17500) n
    ) placed join bench_speech s on s.n = placed.n * 13 % ${SPEECH}::int
    where s.terms <> '{}'`.execute(db)
}

async function work(db: Db, companyId: string, queryIds: string[]): Promise<void> {
  const facts = { terms: [], first: null, amplifier: null, negatives: null, silent: [] }
  const spread = { posts: 0, authors: 0, sources: 0, lastHour: 0, hourBefore: 0 }
  await sql`
    insert into alerts (id, company_id, query_id, query_name, state, scale, opened_at, began_at, count, expected, alarm,
      told_count, last_ring_at, ended_at, facts)
    select uuidv7(), ${companyId}::uuid, (${queryIds}::uuid[])[1 + n % 9], 'Requête', case when n < 5 then 'open' else 'closed' end,
      'hour', at, at - interval '1 hour', 40, 5, 20, 40, at,
      case when n > 0 then at + interval '6 hours' end, ${JSON.stringify({ ...facts, spread })}::jsonb
    from (select n, now() - n * interval '10 days' as at from generate_series(0, 39) n) placed`.execute(
    db,
  )
  await sql`
    with opened as (
      insert into cases (id, company_id, kind, opened_by, opened_at, changed_by, changed_at)
      select uuidv7(), ${companyId}::uuid, case when n % 2 = 0 then 'lead' else 'case' end, 'Camille Morel',
        now() - n * interval '1 hour', 'Camille Morel', now()
      from generate_series(1, 500) n returning id
    ), numbered as (select id, row_number() over () as n from opened),
    held as (
      select id, row_number() over () as n
      from (select id from mentions where company_id = ${companyId}::uuid order by at desc limit 500) latest
    )
    insert into case_mentions (case_id, mention_id, company_id, added_at)
    select numbered.id, held.id, ${companyId}::uuid, now() from numbered join held using (n)`.execute(
    db,
  )
}
