import { type Executor, tablesOf } from '#platform/db/database.ts'
import { excerptAround } from '../../mentions/excerpt.ts'
import type { ListeningTables } from '../../tables.ts'
import { type Silent, silentSources } from '../counted-sources.ts'
import { amplifierOf, type Amplifier } from './amplifier.ts'
import { newTerms, type NewTerm } from './new-terms.ts'
import { spreadOf, type Spread } from './spread.ts'
import type { Told } from './told.ts'

/** What an alert says changed. */
export interface Facts {
  terms: NewTerm[]
  first: Post | null
  amplifier: Amplifier | null
  /** Of those whose opinion was read or said by a person; null where there is none. */
  negatives: { negative: number; judged: number } | null
  spread: Spread
  silent: Silent[]
}

export interface Post {
  mentionId: string
  url: string
  author: string
  excerpt: string
  at: string
}

/** Enough to say what people talk about, and who began; of a storm that brings more, words and carriers are those of its beginning. */
const MOST = 2_000
const USUAL_DAYS = 14
const DAY = 86_400_000

/** Compares what a query found since an episode began with what it found in the fortnight before. */
export async function factsOf(
  db: Executor,
  { companyId, queryId }: { companyId: string; queryId: string },
  began: Date,
  now: Date,
): Promise<Facts> {
  const before = new Date(began.getTime() - USUAL_DAYS * DAY)
  const [told, usual, silent, spread] = await Promise.all([
    foundBetween(db, queryId, began, new Date(now.getTime() + 1)),
    foundBetween(db, queryId, before, began),
    silentSources(db, companyId, now),
    spreadOf(db, queryId, began, now),
  ])
  return {
    terms: newTerms(told, usual),
    first: firstOf(told),
    amplifier: amplifierOf(told),
    negatives: negativesAmong(told),
    spread,
    silent,
  }
}

function foundBetween(db: Executor, queryId: string, from: Date, to: Date): Promise<Told[]> {
  return tablesOf<ListeningTables>(db)
    .selectFrom('mentionHits')
    .innerJoin('mentions', 'mentions.id', 'mentionHits.mentionId')
    .select(['id', 'url', 'author', 'title', 'text', 'at', 'sourceId'])
    .select(['sentiment', 'sentimentByPerson'])
    .where('mentionHits.queryId', '=', queryId)
    .where('mentions.dismissed', '=', false)
    .where('mentions.at', '>=', from)
    .where('mentions.at', '<', to)
    .orderBy('mentions.at')
    .orderBy('mentions.id')
    .limit(MOST)
    .execute()
}

export function firstOf([first]: readonly Told[]): Post | null {
  if (!first) return null
  const { id, url, author, title, text, at } = first
  return {
    mentionId: id,
    url,
    author: author?.name || author?.handle || '',
    excerpt: excerptAround([title, text].filter(Boolean).join(' — '), [], 280).text,
    at: at.toISOString(),
  }
}

/** What a person says counts before what the desk read; what it was unsure of counts nowhere. */
function negativesAmong(told: readonly Told[]): Facts['negatives'] {
  const opinions = told.map(({ sentiment, sentimentByPerson }) => sentimentByPerson ?? sentiment)
  const judged = opinions.filter((one) => one !== null && one !== 'unsure')
  if (judged.length === 0) return null
  return { negative: judged.filter((one) => one === 'negative').length, judged: judged.length }
}
