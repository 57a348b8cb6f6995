import pg from 'pg'
import type { BenchResult } from '../run.ts'
import { withServer } from '../support/private-server.ts'
import { times } from '../support/times.ts'
import { byMonth, FIRST, type Layout, MONTHS, plain } from './layouts.ts'

const COMPANIES = 100
const ROUNDS = 100
const BUNCH = 500
/** One old mention in so many was answered, judged or given to somebody: it stays. */
const TOUCHED = 50

type Figures = BenchResult['figures']

/**
 * Mentions in one table, against the same in one partition a month with their hits beside them: what every screen asks,
 * bunches coming in, and the oldest month going away (`docs/decisions/016`).
 * @param args how many mentions; 500,000 by default
 */
export async function run(args: string[]): Promise<BenchResult> {
  const rows = Number(args[0] ?? 500_000)
  return withServer(async (url) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      const figures = {
        rows,
        companies: COMPANIES,
        ...(await measure(client, 'plain', plain, rows)),
      }
      const against = await measure(client, 'by_month', byMonth, rows)
      return { figures, against: { what: 'one partition a month', ...against } }
    } finally {
      await client.end()
    }
  })
}

async function measure(
  client: pg.Client,
  table: string,
  layout: Layout,
  rows: number,
): Promise<Figures> {
  const figures: Figures = { fill_s: await fill(client, table, layout, rows) }
  const ids = await someIds(client, table)
  const company = (round: number) => 1 + ((round * 37) % COMPANIES)
  const questions: Record<string, (round: number) => Promise<unknown>> = {
    list: (n) => client.query(listOf(`${table} m where company = $1`), [company(n)]),
    list_of_a_query: (n) =>
      client.query(listOf(`${layout.join} where company = $1 and query = $1 * 10 + 3`), [
        company(n),
      ]),
    list_of_a_month: (n) =>
      client.query(
        listOf(`${table} m where company = $1 and at >= '2026-03-01' and at < '2026-04-01'`),
        [company(n)],
      ),
    fortnight_by_day: (n) =>
      client.query(
        `select query, date_trunc('day', m.at) d, count(*) from ${layout.join}
         where company = $1 and m.at >= '2026-11-11' group by 1, 2`,
        [company(n)],
      ),
    mark_one: (n) => client.query(layout.mark, [company(n), ids[n]]),
    insert_500: (n) => client.query(layout.insert, [company(n), n, BUNCH]),
  }
  for (const [name, ask] of Object.entries(questions)) {
    for (let n = 0; n < 10; n++) await ask(ROUNDS + n)
    const { p50_ms, p95_ms } = await times(ROUNDS, ask)
    Object.assign(figures, { [`${name}_p50_ms`]: p50_ms, [`${name}_p95_ms`]: p95_ms })
  }
  return { ...figures, ...(await forget(client, table)), megabytes: await size(client, table) }
}

const listOf = (where: string): string =>
  `select m.* from ${where} order by m.at desc, m.id desc limit 51`

/** In the order of time, as they would have come; each found by one of its company's ten queries. */
async function fill(
  client: pg.Client,
  table: string,
  layout: Layout,
  rows: number,
): Promise<number> {
  const began = performance.now()
  await client.query(layout.create)
  await client.query(
    `insert into ${table} (id, company, canonical_url, text, sentiment, at)
     select uuidv7(a - now()), 1 + ((i * 7919::bigint) % $2::int)::int,
       'https://journal.example/' || i || '/' || md5(i::text),
       repeat('une chaise en chêne de l’atelier ', 2 + (i % 7)::int), 'neutral', a
     from (select i, timestamptz '${FIRST}' + i * (interval '${MONTHS} months' / $1::int) a
       from generate_series(0, $1::int - 1) i) t`,
    [rows, COMPANIES],
  )
  const at = table === 'plain' ? '' : ', at'
  await client.query(
    `insert into ${table}_hits (mention_id, query${at})
     select id, company * 10 + abs(hashtext(canonical_url)) % 10${at} from ${table}`,
  )
  await client.query(layout.index)
  await client.query('vacuum analyze')
  await client.query('checkpoint')
  return Math.round((performance.now() - began) / 100) / 10
}

async function someIds(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select distinct on (company) id from ${table} where at > '2026-11-01' order by company, id`,
  )
  const of = rows.map(({ id }) => id)
  return Array.from({ length: ROUNDS * 2 }, (_, n) => of[(n * 37) % COMPANIES] ?? '')
}

/** The oldest month goes, but for what people touched. In bites of 500; or what stays moves out, and the rest is dropped. */
async function forget(client: pg.Client, table: string): Promise<Figures> {
  const month = `at >= '${FIRST}' and at < date '${FIRST}' + interval '1 month'`
  const stays = `abs(hashtext(canonical_url)) % ${TOUCHED} = 0`
  const began = performance.now()
  if (table === 'by_month') {
    await client.query(`
      begin;
      create temp table kept on commit drop as select * from by_month_0 where ${stays};
      create temp table kept_hits on commit drop as
        select * from by_month_hits_0 where mention_id in (select id from kept);
      delete from by_month_keys where ${month} and not ${stays};
      alter table by_month_hits detach partition by_month_hits_0;
      drop table by_month_hits_0;
      alter table by_month detach partition by_month_0;
      drop table by_month_0;
      insert into by_month select * from kept;
      insert into by_month_hits select * from kept_hits;
      commit`)
    return { forget_month_s: Math.round(performance.now() - began) / 1_000 }
  }
  let bites = 0
  let longest = 0
  for (let company = 1; company <= COMPANIES; company++) {
    for (let gone = BUNCH; gone === BUNCH; bites++) {
      const bite = performance.now()
      const { rowCount } = await client.query(
        `delete from plain where id in (select id from plain
           where company = $1 and at < date '${FIRST}' + interval '1 month' and not ${stays} order by at limit $2)`,
        [company, BUNCH],
      )
      gone = rowCount ?? 0
      longest = Math.max(longest, performance.now() - bite)
    }
  }
  const seconds = Math.round(performance.now() - began) / 1_000
  return {
    forget_month_s: seconds,
    forget_bites: bites,
    forget_longest_bite_ms: Math.round(longest),
  }
}

async function size(client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>(
    `select sum(pg_total_relation_size(oid))::bigint bytes from pg_class
     where relkind in ('r', 'p') and (relname = $1 or relname like $1 || '\\_%')`,
    [table],
  )
  return Math.round(Number(rows[0]?.bytes ?? 0) / 1e6)
}
