import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { MentionView } from './api.ts'
import { FILE, type Mention, networkNameOf, OUR_ACCOUNTS, type Source } from '../model.ts'
import { highlight, parseQuery, type QueryBook, queryBook } from '../query/index.ts'
import { savedQueries } from '../saved-queries/read-queries.ts'
import { intents, risks, sentiments } from '../signals/names.ts'
import type { ListeningTables } from '../tables.ts'
import { answerers } from './answerers.ts'
import type { AssignmentView } from './assign/api.ts'
import { assignmentsOf } from './assign/assignments-of.ts'
import { excerptAround } from './excerpt.ts'
import { type FoldFacts, foldFacts } from './folds/fold-facts.ts'
import { authorKey, weightOf } from './reach.ts'
import { patternsOf, stretchesOf } from './said-words.ts'

/**
 * Mentions as screens and programs see them: with the queries that found them and the words that made it so.
 * @param words what was searched in them, shown in place of those where it stands
 */
export async function presentMentions(
  desk: Desk,
  companyId: string,
  mentions: readonly Mention[],
  words = '',
): Promise<MentionView[]> {
  if (mentions.length === 0) return []
  const ids = mentions.map((mention) => mention.id)
  const [sources, queries, all, folds, assignments, answers] = await Promise.all([
    sourcesOf(desk, companyId),
    queriesOf(desk, ids),
    savedQueries(desk.db, companyId),
    foldFacts(desk.db, ids),
    assignmentsOf(desk.db, companyId, ids),
    answerers(desk, companyId),
  ])
  const book = queryBook(all)
  const searched = patternsOf(words)
  return mentions.map((mention) =>
    presentMention(desk, mention, {
      source: sources.get(mention.sourceId ?? ''),
      foundBy: queries.get(mention.id) ?? [],
      book,
      searched,
      folded: folds.get(mention.id),
      assignment: assignments.get(mention.id),
      answer: answers(mention.connectorId, isReceived(sources.get(mention.sourceId ?? ''))),
    }),
  )
}

interface FoundBy {
  id: string
  name: string
  expression: string
}

/** What is known of a mention beside itself. */
interface Known {
  source: SourceOfMention | undefined
  foundBy: readonly FoundBy[]
  book: QueryBook
  searched: readonly string[]
  folded: FoldFacts | undefined
  assignment: AssignmentView | undefined
  answer: MentionView['answer']
}

function presentMention(desk: Desk, mention: Mention, known: Known): MentionView {
  const { source, foundBy, book, searched, folded, assignment, answer } = known
  const network = desk.connectors.get(mention.connectorId)?.manifest
  const isFile = mention.connectorId === FILE
  const networkName = networkNameOf(desk, mention.connectorId)
  const parsed = foundBy
    .map(({ expression, name }) => parseQuery(expression, { book, name }))
    .filter((p) => p.ok)
  const wanted = parsed.map(({ query }) => query)
  const shown = (words: string) => {
    const said = stretchesOf(searched, words)
    return said.length > 0 ? said : highlight(wanted, words)
  }
  const { text, highlights } = excerptAround(mention.text, shown(mention.text))
  const { id, url, title, language, at, foundAt, seen, dismissed, sourceId } = mention
  return {
    id,
    source: {
      id: sourceId,
      name: source?.name ?? networkName,
      networkName,
      stamp: network?.stamp ?? (isFile ? 'CS' : '?'),
    },
    url,
    author: presentAuthor(mention),
    title,
    titleHighlights: title ? shown(title) : [],
    excerpt: text,
    onlyTitle: title !== null && title === mention.text,
    highlights,
    language,
    at: at.toISOString(),
    foundAt: foundAt.toISOString(),
    seen,
    dismissed,
    signals: presentSignals(mention),
    queries: foundBy.map((query) => ({ id: query.id, name: query.name })),
    assignment: assignment ?? null,
    answer,
    reshares: folded?.reshares ?? null,
    fold: folded?.fold ?? null,
  }
}

function presentSignals(mention: Mention): MentionView['signals'] {
  const { sentiment, sentimentByPerson, confidence, decidingWords } = mention
  const shown = sentiments.find((one) => one === (sentimentByPerson ?? sentiment))
  if (shown === undefined) return null
  return {
    sentiment: shown,
    byPerson: sentimentByPerson !== null,
    confidence: confidence ?? 0,
    intents: intents.filter((one) => mention.intents.includes(one)),
    risks: risks.filter((one) => mention.risks.includes(one)),
    wantsByPerson: mention.wantsByPerson,
    words: decidingWords,
  }
}

function presentAuthor({ author, connectorId }: Mention): MentionView['author'] {
  if (!author) return null
  const { name, handle, avatarUrl = null, profileUrl = null, followers = null } = author
  const key = authorKey(connectorId, author)
  return { key, name, handle, avatarUrl, profileUrl, followers, weight: weightOf(followers) }
}

type SourceOfMention = Pick<Source, 'name' | 'connectorId'>

const isReceived = (source: SourceOfMention | undefined) => source?.connectorId === OUR_ACCOUNTS

async function sourcesOf(desk: Desk, companyId: string): Promise<Map<string, SourceOfMention>> {
  const rows = await tablesOf<ListeningTables>(desk.db)
    .selectFrom('sources')
    .select(['id', 'name', 'connectorId'])
    .where('companyId', '=', companyId)
    .execute()
  return new Map(rows.map(({ id, ...source }) => [id, source]))
}

async function queriesOf(desk: Desk, mentionIds: string[]): Promise<Map<string, FoundBy[]>> {
  const rows = await tablesOf<ListeningTables>(desk.db)
    .selectFrom('mentionHits')
    .innerJoin('savedQueries', 'savedQueries.id', 'mentionHits.queryId')
    .select([
      'mentionHits.mentionId',
      'savedQueries.id',
      'savedQueries.name',
      'savedQueries.expression',
    ])
    .where('mentionHits.mentionId', 'in', mentionIds)
    .orderBy('savedQueries.createdAt')
    .orderBy('savedQueries.id')
    .execute()
  return Map.groupBy(rows, ({ mentionId }) => mentionId)
}
