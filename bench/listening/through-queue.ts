import { sql } from 'kysely'
import type { Desk } from '#domain/desk.ts'
import { companyMatchers } from '#domain/listening/mentions/company-matcher.ts'
import type { Source } from '#domain/listening/model.ts'
import { direct } from '#domain/listening/passage/direct.ts'
import { keepTaken } from '#domain/listening/passage/keep-taken.ts'
import type { Passage } from '#domain/listening/passage/passage.ts'
import { queued } from '#domain/listening/passage/queued.ts'
import type { ListeningTables } from '#domain/listening/tables.ts'
import { takeTurn } from '#domain/listening/turn.ts'
import { systemClock } from '#platform/clock.ts'
import { tablesOf } from '#platform/db/database.ts'
import { silentLog } from '#platform/log.ts'
import { openQueue } from '#platform/queue/open-queue.ts'
import type { Queue } from '#platform/queue/queue.ts'
import { bootServer } from '#support/servers/boot-server.ts'
import { prepare } from './replay.ts'
import { recordedDay } from './recorded-day.ts'

const BUNCH = 500

type Figures = Record<string, number | string | null>

/**
 * Posts heard live and asked of 1,000 queries, through a real NATS JetStream on this machine: put in, then taken out and kept by
 * one listener, in this one process. Against: the same posts kept at once. The server is Debian's with its usual
 * settings, which write to the disk at once and force it every two minutes.
 */
export async function throughQueue(
  desk: Desk,
  companyId: string,
  posts: number,
): Promise<{ figures: Figures; against: Figures }> {
  const source = await sourceOf(desk, companyId)
  const bunches = [...recordedDay(posts, BUNCH)]
  const matchers = companyMatchers(desk)
  // Both read the queries beforehand.
  await matchers(desk.db, companyId)
  const began = performance.now()
  await handAll(desk, direct(desk, matchers), source, bunches)
  const against = {
    direct_posts_per_s: pace(posts, began),
    direct_mentions: await mentions(desk, companyId),
  }
  await sql`delete from mentions where company_id = ${companyId}`.execute(desk.db)

  const nats = await bootServer('nats')
  if (!nats.available) return { figures: { through_nats: nats.reason }, against }
  const settings = { servers: [new URL(nats.url).host], tls: false, stream: 'bench', maxBytes: 4e9 }
  const queue = await openQueue(settings, silentLog)
  try {
    if (!queue) throw new Error('no queue')
    const putting = performance.now()
    await handAll(desk, queued(queue, systemClock), source, bunches)
    const put = pace(posts, putting)
    const load = await queue.load()
    const keeping = performance.now()
    await keepAll(desk, queue, matchers)
    return {
      figures: {
        nats_posts: load.waiting,
        nats_bytes_per_post: Math.round(load.bytes / load.waiting),
        nats_put_posts_per_s: put,
        nats_kept_posts_per_s_by_one_listener: pace(load.waiting, keeping),
        nats_both_in_one_process_posts_per_s: pace(posts, putting),
        nats_mentions: await mentions(desk, companyId),
      },
      against,
    }
  } finally {
    await queue?.close()
    await nats.stop()
  }
}

async function handAll(
  desk: Desk,
  passage: Passage,
  source: Source,
  bunches: ReturnType<typeof recordedDay> extends Iterable<infer Bunch> ? Bunch[] : never,
): Promise<void> {
  for (const items of bunches) {
    const gone = { posts: [], authors: [] }
    const keep = await passage.hand({ source, live: true, items, changed: [], gone })
    if (!keep) continue
    await desk.db.transaction().execute(async (trx) => {
      await takeTurn(trx, source.companyId)
      await keep(trx)
    })
  }
}

/** Until nothing waits any more. */
async function keepAll(
  desk: Desk,
  queue: Queue,
  matchers: ReturnType<typeof companyMatchers>,
): Promise<void> {
  const stop = new AbortController()
  let left = (await queue.load()).waiting
  await queue.take(async (bunch) => {
    await keepTaken(desk, queue, matchers, bunch)
    left -= bunch.length
    if (left <= 0) stop.abort()
  }, stop.signal)
}

async function sourceOf(desk: Desk, companyId: string): Promise<Source> {
  const { id } = await prepare(desk, companyId)
  return tablesOf<ListeningTables>(desk.db)
    .selectFrom('sources')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

async function mentions(desk: Desk, companyId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from mentions where company_id = ${companyId}`.execute(desk.db)
  return rows[0]?.n ?? 0
}

const pace = (count: number, since: number): number =>
  Math.round((count / (performance.now() - since)) * 1_000)
