import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { type Language, say } from '#platform/text.ts'
import { fewest, wilson } from '../query-tests/wilson.ts'
import type { ListeningTables } from '../tables.ts'
import type { voices } from './api.ts'
import type { Period } from './period.ts'
import { countsBySource, mentionsIn } from './read-hours.ts'
import { comparisonOf } from './rivals.ts'
import { denominators, gaps, sources as sourceSentences } from './sentences.ts'

/**
 * Each compared query's part in the mentions of all of them: own / (own + named rivals), over the same days and over the
 * sources that were listened to on all of them. The interval is Wilson's, as if every mention were drawn by itself.
 */
export async function shareOfVoice(
  desk: Desk,
  companyId: string,
  period: Period,
  sourceId: string | undefined,
  language: Language,
): Promise<z.output<typeof voices>> {
  const [{ ours, rivals }, queries, heard] = await Promise.all([
    comparisonOf(desk.db, companyId),
    queriesOf(desk, companyId),
    sourcesHeard(desk, companyId, period, sourceId),
  ])
  const source = say(sourceSentences.voices, language)
  const compared = queries.filter(({ id }) => id === ours || rivals.includes(id))
  if (ours === null || compared.length < 2) {
    return { rows: null, provenance: { source, denominator: null, gaps: [] } }
  }
  const counted = new Set(heard.counted.map(({ id }) => id))
  let removed = false
  const counts = await Promise.all(
    compared.map(async (query) => {
      const parts = await countsBySource(desk.db, { companyId, queryId: query.id }, period)
      removed ||= parts.some((part) => part.sourceId === null)
      const kept = parts.filter((part) => part.sourceId !== null && counted.has(part.sourceId))
      return { query, mentions: sum(kept.map((part) => mentionsIn(part.counts))) }
    }),
  )
  const total = sum(counts.map(({ mentions }) => mentions))
  const young = compared.filter(({ createdAt }) => createdAt > period.start)
  const names = (of: { name: string }[]) =>
    new Intl.ListFormat(language).format(of.map(({ name }) => name))
  return {
    rows: counts
      .map(({ query: { id, name }, mentions }) => ({
        queryId: id,
        name,
        ours: id === ours,
        mentions,
        share: wilson(mentions, total),
      }))
      .sort((a, b) => b.mentions - a.mentions),
    provenance: {
      source,
      denominator: say(denominators.voices, language, {
        count: new Intl.NumberFormat(language).format(total),
        sources: counted.size,
      }),
      gaps: [
        say(gaps.both, language),
        ...(heard.leftOut.length > 0
          ? [say(gaps.joinedLater, language, { names: names(heard.leftOut) })]
          : []),
        ...(heard.allNew ? [say(gaps.allNew, language)] : []),
        ...(young.length > 0 ? [say(gaps.youngQuery, language, { names: names(young) })] : []),
        ...(removed ? [say(gaps.removed, language)] : []),
        ...(total < fewest ? [say(gaps.tooFew, language, { fewest })] : []),
        say(gaps.leftOut, language),
      ],
    },
  }
}

/** Sources that were listened to from the first day on; where none was, all, which is told. */
async function sourcesHeard(
  desk: Desk,
  companyId: string,
  { start }: Period,
  sourceId: string | undefined,
) {
  const all = await tablesOf<ListeningTables>(desk.db)
    .selectFrom('sources')
    .select(['id', 'name', 'createdAt', 'paused'])
    .where('companyId', '=', companyId)
    .$if(sourceId !== undefined, (q) => q.where('id', '=', sourceId ?? ''))
    .orderBy('createdAt')
    .execute()
  const whole = all.filter(({ createdAt, paused }) => createdAt <= start && !paused)
  const allNew = whole.length === 0 && all.length > 0
  const counted = allNew ? all : whole
  return { counted, allNew, leftOut: all.filter((one) => !counted.includes(one)) }
}

function queriesOf(desk: Desk, companyId: string) {
  return tablesOf<ListeningTables>(desk.db)
    .selectFrom('savedQueries')
    .select(['id', 'name', 'createdAt'])
    .where('companyId', '=', companyId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
