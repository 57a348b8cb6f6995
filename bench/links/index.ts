import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { newCode } from '#domain/links/codes.ts'
import { readConfig } from '#main/config.ts'
import { openDesk, type OpenDesk } from '#main/desk.ts'
import { systemClock } from '#platform/clock.ts'
import { silentLog } from '#platform/log.ts'
import { openEmbedded } from '#platform/postgres/embedded.ts'
import type { BenchResult } from '../run.ts'
import type { Load, LoadResult } from './load.ts'

const LINKS = 100
const WARM_UP_MS = 1_500
const MEASURE_MS = 6_000
const CONNECTIONS = 64

/**
 * Redirects per second with every click committed before its answer, against the same redirect that
 * keeps nothing. The desk and the load share the machine; the load has a thread of its own. Clicks
 * answered are then counted in the database: none may be missing.
 */
export async function run(): Promise<BenchResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vigie-bench-links-'))
  const database = await openEmbedded(path.join(folder, 'postgres'))
  const env = { VIGIE_DATA_DIR: folder, DATABASE_URL: database.url, PORT: '0' }
  const config = readConfig(env)
  const open = await openDesk({
    config,
    database: config.databaseUrl ?? '',
    clock: systemClock,
    log: silentLog,
  })
  try {
    const codes = await makeLinks(open)
    addBareRedirect(open)
    const origin = await open.server.listen({ port: 0, host: '127.0.0.1' })
    const load = (prefix: string, durationMs: number) =>
      measure({ origin, prefix, codes, durationMs, connections: CONNECTIONS })

    await load('/bare/', WARM_UP_MS)
    const bare = await load('/bare/', MEASURE_MS)
    const warmUp = await load('/l/', WARM_UP_MS)
    const recorded = await load('/l/', MEASURE_MS)
    const { rows } = await sql<{ kept: number }>`select count(*) as kept from clicks`.execute(
      open.desk.db,
    )
    const lost = warmUp.answered + recorded.answered - (rows[0]?.kept ?? 0)
    return {
      figures: { ...figuresOf(recorded), clicks_lost: lost },
      against: {
        what: 'the same redirect without recording',
        ...figuresOf(bare),
        clicks_lost: null,
      },
    }
  } finally {
    await open.close()
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function figuresOf({ answered, seconds, p50, p99, failed }: LoadResult) {
  return { redirects_per_second: Math.round(answered / seconds), p50_ms: p50, p99_ms: p99, failed }
}

async function makeLinks({ desk }: OpenDesk): Promise<string[]> {
  const companyId = uuid()
  const codes = Array.from({ length: LINKS }, newCode)
  await sql`
    insert into companies (id, name, language, time_zone)
    values (${companyId}, 'Atelier Morel', 'fr', 'Europe/Paris')
  `.execute(desk.db)
  for (const code of codes) {
    await sql`
      insert into links (id, company_id, code, target)
      values (${uuid()}, ${companyId}, ${code}, ${`https://atelier-morel.example/${code}`})
    `.execute(desk.db)
  }
  return codes
}

/** The same answer by the same server, from memory, without a click kept. */
function addBareRedirect({ server }: OpenDesk) {
  server.get<{ Params: { code: string } }>('/bare/:code', (request, reply) =>
    reply
      .headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
      .redirect(`https://atelier-morel.example/${request.params.code}`, 302),
  )
}

function measure(load: Load): Promise<LoadResult> {
  const worker = new Worker(new URL('./load.ts', import.meta.url), { workerData: load })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
