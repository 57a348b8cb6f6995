import { sql } from 'kysely'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import type { JudgingView } from './api.ts'
import { presentMentions } from '../mentions/present-mention.ts'
import { type Mention, postOf } from '../model.ts'
import { createMatcher } from '../query/index.ts'
import { readQueries, savedQueries } from '../saved-queries/read-queries.ts'
import type { ListeningTables } from '../tables.ts'
import { distinctWords } from './try-query.ts'
import { fewest, wilson } from './wilson.ts'

const DRAWN = 20

/** Twenty mentions to judge, how precise the query is as far as was judged, and which words bring what is off. */
export async function judging(
  desk: Desk,
  companyId: string,
  queryId: string,
): Promise<JudgingView> {
  const all = await savedQueries(desk.db, companyId)
  const [own] = readQueries(
    all.filter(({ id }) => id === queryId),
    all,
  )
  if (!own) throw new Problem(notFound)
  const [drawn, judged] = await Promise.all([draw(desk, queryId), judgedHits(desk, queryId)])
  const verdicts = new Map(judged.map(({ id, relevant }) => [id, relevant]))
  const views = await presentMentions(desk, companyId, drawn)
  const relevant = judged.filter((one) => one.relevant).length
  return {
    hits: views.map((mention) => ({ mention, relevant: verdicts.get(mention.id) ?? null })),
    judged: judged.length,
    relevant,
    precision: wilson(relevant, judged.length),
    needed: fewest,
    noise: own.parsed.ok ? noiseOf(distinctWords(own.parsed.query), judged) : [],
  }
}

/** Keeps what a person says of one mention of a query, or takes it back. */
export async function judge(
  desk: Desk,
  actor: Actor,
  queryId: string,
  { mentionId, relevant }: { mentionId: string; relevant: boolean | null },
): Promise<void> {
  const { companyId } = actor
  const tables = tablesOf<ListeningTables>(desk.db)
  const hit = await tables
    .selectFrom('mentionHits')
    .select('queryId')
    .where('companyId', '=', companyId)
    .where('queryId', '=', queryId)
    .where('mentionId', '=', mentionId)
    .executeTakeFirst()
  if (!hit) throw new Problem(notFound)
  if (relevant === null) {
    await tables
      .deleteFrom('queryJudgements')
      .where('queryId', '=', queryId)
      .where('mentionId', '=', mentionId)
      .execute()
    return
  }
  const said = { relevant, judgedBy: actor.id, judgedAt: desk.clock.now() }
  await tables
    .insertInto('queryJudgements')
    .values({ companyId, queryId, mentionId, ...said })
    .onConflict((c) => c.columns(['queryId', 'mentionId']).doUpdateSet(said))
    .execute()
}

/** At random and yet always the same: the order of a hash in which the query has its part. */
function draw(desk: Desk, queryId: string): Promise<Mention[]> {
  return tablesOf<ListeningTables>(desk.db)
    .with('drawn', (db) =>
      db
        .selectFrom('mentionHits')
        .select('mentionId')
        .where('queryId', '=', queryId)
        .orderBy(sql`md5(mention_id::text || ${queryId})`)
        .limit(DRAWN),
    )
    .selectFrom('drawn')
    .innerJoin('mentions', 'mentions.id', 'drawn.mentionId')
    .selectAll('mentions')
    .orderBy(sql`md5(mentions.id::text || ${queryId})`)
    .execute()
}

/** Judgements of what the query no longer finds do not count. */
function judgedHits(desk: Desk, queryId: string) {
  return tablesOf<ListeningTables>(desk.db)
    .selectFrom('queryJudgements')
    .innerJoin('mentionHits', (join) =>
      join
        .onRef('mentionHits.mentionId', '=', 'queryJudgements.mentionId')
        .onRef('mentionHits.queryId', '=', 'queryJudgements.queryId'),
    )
    .innerJoin('mentions', 'mentions.id', 'queryJudgements.mentionId')
    .selectAll('mentions')
    .select('queryJudgements.relevant')
    .where('queryJudgements.queryId', '=', queryId)
    .execute()
}

function noiseOf(
  terms: ReturnType<typeof distinctWords>,
  judged: readonly (Mention & { relevant: boolean })[],
): JudgingView['noise'] {
  const matcher = createMatcher()
  for (const [i, term] of terms.entries()) matcher.add(`${i}`, { ...term, op: 'words' })
  const counts = terms.map(({ written }) => ({ written, off: 0, judged: 0 }))
  for (const mention of judged) {
    for (const found of matcher.match(postOf(mention, []))) {
      const count = counts[Number(found)]
      if (!count) continue
      count.judged++
      if (!mention.relevant) count.off++
    }
  }
  return counts.filter(({ off }) => off > 0).toSorted((a, b) => b.off - a.off)
}
