import { mkdtemp, rm } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openEmbedded } from '#platform/postgres/embedded.ts'
import { tsquery, type Wanted } from './queries.ts'

/**
 * The same queries by PostgreSQL's text search, in one statement so that no round trip counts: posts per CPU-second of
 * its server process (Linux; elsewhere by the clock). The vectors are made beforehand and cost nothing here.
 */
export async function askPostgres(
  texts: readonly string[],
  wanted: readonly Wanted[],
  sizes: readonly number[],
): Promise<Record<string, number>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vigie-bench-'))
  const server = await openEmbedded(folder)
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    await prepare(client, texts.slice(0, 20_000), wanted)
    const figures: Record<string, number> = {}
    for (const size of sizes) {
      const posts = Math.min(20_000, Math.round(4_000_000 / size))
      figures[`tsquery_${size}_posts_per_cpu_s`] = Math.round(
        posts / (await ask(client, posts, size)),
      )
    }
    return figures
  } finally {
    await client.end()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function prepare(client: pg.Client, texts: readonly string[], wanted: readonly Wanted[]) {
  await client.query('create temp table posts (id int, v tsvector)')
  await client.query('create temp table queries (id int, q tsquery)')
  const vectors = `insert into posts select i, to_tsvector('simple', t) from unnest($1::text[]) with ordinality u(t, i)`
  await client.query(vectors, [texts])
  const queries = `insert into queries select i, q::tsquery from unnest($1::text[]) with ordinality u(q, i)`
  await client.query(queries, [wanted.map(tsquery)])
  await client.query('set max_parallel_workers_per_gather = 0')
}

async function ask(client: pg.Client, posts: number, size: number): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() pid')
  const pid = rows[0]?.pid ?? 0
  const before = secondsOf(pid)
  const question = `select count(*) from posts p join queries q on p.v @@ q.q where p.id <= $1 and q.id <= $2`
  await client.query(question, [posts, size])
  return secondsOf(pid) - before
}

/** CPU time of a process: fields 14 and 15 of /proc/pid/stat, in hundredths of a second (proc(5)). */
function secondsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return performance.now() / 1_000
  }
}
