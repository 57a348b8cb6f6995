import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Language } from '#platform/text.ts'
import { fewest, wilson } from '../query-tests/wilson.ts'
import { savedQueries } from '../saved-queries/read-queries.ts'
import type { ListeningTables } from '../tables.ts'
import { grains, type Overview, type OverviewPoint, type overviewQuery } from './api.ts'
import { countDueHours } from './count-hours.ts'
import { figuresOf } from './figures.ts'
import { type Period, periodBefore, periodOf, placesOf } from './period.ts'
import {
  type Counts,
  countsByPlace,
  countsBySource,
  mentionsIn,
  nothing,
  type Scope,
  sureIn,
  together,
} from './read-hours.ts'
import { shareOfVoice } from './share-of-voice.ts'
import { topAuthors } from './top-authors.ts'

/**
 * What was said in a period, how much, how well, by whom and beside which rivals. Hours that changed are counted first, so
 * that what is answered is true at that instant.
 * @throws Problem when the period cannot be read
 */
export async function overviewOf(
  desk: Desk,
  companyId: string,
  asked: z.output<typeof overviewQuery>,
  language: Language,
): Promise<Overview> {
  const { timeZone } = await companyOf(desk.db, companyId)
  const period = periodOf(asked.from, asked.to, asked.by, timeZone)
  const before = periodBefore(period)
  const scope = { companyId, queryId: asked.queryId, sourceId: asked.sourceId }
  await countDueHours(desk, companyId)
  const [now, then, parts, queries, sources, authors, voices] = await Promise.all([
    countsByPlace(desk.db, scope, period),
    countsByPlace(desk.db, scope, before),
    countsBySource(desk.db, scope, period),
    savedQueries(desk.db, companyId),
    sourcesOf(desk, companyId),
    topAuthors(desk, scope, period),
    shareOfVoice(desk, companyId, period, asked.sourceId, language),
  ])
  const points = pointsOf(period, now)
  const names = new Map(sources.map(({ id, name }) => [id, name]))
  return {
    from: period.from,
    to: period.to,
    previousFrom: before.from,
    previousTo: before.to,
    timeZone,
    by: asked.by,
    queries: queries.map(({ id, name }) => ({ id, name })),
    sources,
    figures: figuresOf(together(now.values()), together(then.values()), language),
    points,
    opinion: await opinionOf(desk, scope, period, points),
    previous: placesOf(before).map((at) => ({ at, mentions: mentionsIn(then.get(at) ?? nothing) })),
    fewest,
    voices,
    authors,
    bySource: parts
      .map(({ sourceId, counts }) => ({
        id: sourceId,
        name: names.get(sourceId ?? '') ?? '',
        mentions: mentionsIn(counts),
      }))
      .sort((a, b) => b.mentions - a.mentions),
  }
}

/** A shop of which ten things are said a week can be told of by week only. */
async function opinionOf(
  desk: Desk,
  scope: Scope,
  period: Period,
  asked: OverviewPoint[],
): Promise<Overview['opinion']> {
  let told = { by: period.by, points: asked }
  for (const by of grains.slice(grains.indexOf(period.by) + 1)) {
    if (canBeTold(told.points)) break
    const coarser = { ...period, by }
    told = { by, points: pointsOf(coarser, await countsByPlace(desk.db, scope, coarser)) }
  }
  return told
}

function canBeTold(points: readonly OverviewPoint[]): boolean {
  const some = points.filter(({ mentions }) => mentions > 0)
  return 2 * some.filter(({ negativeShare }) => negativeShare !== null).length >= some.length
}

const pointsOf = (period: Period, counts: ReadonlyMap<string, Counts>) =>
  placesOf(period).map((at) => pointOf(at, counts.get(at) ?? nothing))

function pointOf(at: string, counts: Counts): OverviewPoint {
  const sure = sureIn(counts)
  return {
    at,
    mentions: mentionsIn(counts),
    ...counts,
    negativeShare: wilson(counts.negative, sure),
    positiveShare: wilson(counts.positive, sure),
  }
}

function sourcesOf(desk: Desk, companyId: string) {
  return tablesOf<ListeningTables>(desk.db)
    .selectFrom('sources')
    .select(['id', 'name'])
    .where('companyId', '=', companyId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}
