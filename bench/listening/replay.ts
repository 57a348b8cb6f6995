import { v7 as uuid } from 'uuid'
import type { Found } from '#connectors/_contract/connector.ts'
import type { Desk } from '#domain/desk.ts'
import { companyMatchers } from '#domain/listening/mentions/company-matcher.ts'
import { keepMentions } from '#domain/listening/mentions/keep-mentions.ts'
import { type Normalised, normalise } from '#domain/listening/mentions/normalise.ts'
import { postOf, sourceNames } from '#domain/listening/model.ts'
import { naiveMatch } from '#domain/listening/query/engine/naive-match.ts'
import { type Matcher, parseQuery } from '#domain/listening/query/index.ts'
import type { ListeningTables } from '#domain/listening/tables.ts'
import { takeTurn } from '#domain/listening/turn.ts'
import { tablesOf } from '#platform/db/database.ts'
import { quantile } from '../support/times.ts'
import { brands, recordedDay } from './recorded-day.ts'

const BUNCH = 500
const NOW = new Date('2026-11-25T00:00:00Z')

type Figures = Record<string, number>
interface Origin {
  id: string
  companyId: string
  connectorId: string
  name: string
}

/** A day heard in bunches of 500 and asked of 1,000 queries, as a live source is (`sources/live/keep-heard.ts`). */
export async function replay(desk: Desk, companyId: string, posts: number): Promise<Figures> {
  const source = await prepare(desk, companyId)
  const matcher = await companyMatchers(desk)(desk.db, companyId)
  const lags: number[] = []
  let busy = 0
  let memory = 0
  let kept = 0
  for (const bunch of recordedDay(posts, BUNCH)) {
    const began = performance.now()
    kept += await hear(desk, source, matcher, bunch)
    const taken = performance.now() - began
    busy += taken
    lags.push(taken)
    memory = Math.max(memory, process.memoryUsage.rss())
  }
  lags.sort((a, b) => a - b)
  return {
    replay_posts: posts,
    replay_queries: brands.length,
    replay_posts_per_s: Math.round((posts / busy) * 1_000),
    replay_mentions_kept: kept,
    replay_lag_of_a_bunch_p50_ms: quantile(lags, 0.5),
    replay_lag_of_a_bunch_p95_ms: quantile(lags, 0.95),
    replay_lag_of_a_bunch_max_ms: quantile(lags, 1),
    replay_memory_mb: Math.round(memory / 1e6),
  }
}

/** The same posts, each kept by itself; and matched as plainly as can be, nothing kept. */
export async function replayPlainly(desk: Desk, companyId: string): Promise<Figures> {
  const source = await prepare(desk, companyId)
  const matcher = await companyMatchers(desk)(desk.db, companyId)
  const [some = []] = recordedDay(400, 400)
  const began = performance.now()
  for (const post of some) await keep(desk, source, matcher, [normalise(post, NOW)])
  const oneByOne = performance.now() - began
  const queries = brands.map(expressionOf).flatMap((expression) => {
    const parsed = parseQuery(expression)
    return parsed.ok ? [parsed.query] : []
  })
  const few = some.slice(0, 50)
  const naive = performance.now()
  for (const post of few) for (const query of queries) naiveMatch(query, post.text)
  return {
    one_by_one_posts_per_s: Math.round((some.length / oneByOne) * 1_000),
    naive_matching_posts_per_s: Math.round((few.length / (performance.now() - naive)) * 1_000),
  }
}

const expressionOf = ({ name, handle }: (typeof brands)[number]): string =>
  `("${name}" OR @${handle}) NOT (football OR concours)`

export async function prepare(desk: Desk, companyId: string): Promise<Origin> {
  const tables = tablesOf<ListeningTables>(desk.db)
  const source = { id: uuid(), companyId, connectorId: 'sandbox', name: 'Agora' }
  await tables
    .insertInto('sources')
    .values({ ...source, ...stopped })
    .execute()
  await tables
    .insertInto('savedQueries')
    .values(
      brands.map((brand) => ({
        id: uuid(),
        companyId,
        name: brand.name,
        expression: expressionOf(brand),
        examples: '[]',
        createdAt: NOW,
        updatedAt: NOW,
      })),
    )
    .execute()
  return source
}

/** Nobody reads it beside us. */
const stopped = {
  channelId: null,
  settings: '{}',
  cursor: null,
  nextPollAt: NOW,
  leaseUntil: null,
  lastPollAt: null,
  lastItemAt: null,
  itemsRead: 0,
  failures: 0,
  trouble: null,
  lookBackWanted: 0,
  lookBackDone: 0,
  paused: true,
  createdAt: NOW,
  streamed: true,
  holder: null,
}

async function hear(desk: Desk, source: Origin, matcher: Matcher, bunch: Found[]) {
  const names = sourceNames(desk, source.connectorId, source.name)
  const hits = bunch
    .map((post) => normalise(post, NOW))
    .filter((item) => matcher.match(postOf(item, names)).length > 0)
  return hits.length === 0 ? 0 : keep(desk, source, matcher, hits)
}

function keep(desk: Desk, source: Origin, matcher: Matcher, items: Normalised[]) {
  const names = sourceNames(desk, source.connectorId, source.name)
  return desk.db.transaction().execute(async (trx) => {
    await takeTurn(trx, source.companyId)
    return keepMentions(trx, { ...source, names }, items, matcher, NOW)
  })
}
