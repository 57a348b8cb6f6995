import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Language } from '#platform/text.ts'
import type { CheckedExpression } from '../api.ts'
import { excerptAround } from '../mentions/excerpt.ts'
import { readable } from '../model.ts'
import {
  createMatcher,
  highlight,
  parseQuery,
  printQuery,
  type Query,
  queryBook,
  queryNotes,
} from '../query/index.ts'
import type { ListeningTables } from '../tables.ts'
import { savedQueries } from './read-queries.ts'

const LOOKED_AT_MOST = 2_000
const EXAMPLES = 3

/** What the desk makes of an expression before it is saved: the mistake at its place, or its reading and a preview. */
export async function checkExpression(
  desk: Desk,
  companyId: string,
  expression: string,
  language: Language,
  name?: string,
): Promise<CheckedExpression> {
  const book = queryBook(await savedQueries(desk.db, companyId))
  const parsed = parseQuery(
    expression.normalize('NFC'),
    name === undefined ? { book } : { book, name },
  )
  if (!parsed.ok) {
    const { code, at, message } = parsed.error
    return {
      error: { code, at, sentence: message[language] },
      reading: null,
      notes: [],
      preview: null,
    }
  }
  return {
    error: null,
    reading: printQuery(parsed.query, language),
    notes: queryNotes(parsed.tokens).map(({ code, at, message }) => ({
      code,
      at,
      sentence: message[language],
    })),
    preview: await previewOf(desk, companyId, parsed.query),
  }
}

async function previewOf(desk: Desk, companyId: string, query: Query) {
  const rows = await tablesOf<ListeningTables>(desk.db)
    .selectFrom('mentions')
    .select(['title', 'text'])
    .where('companyId', '=', companyId)
    .orderBy('at', 'desc')
    .limit(LOOKED_AT_MOST)
    .execute()
  const matcher = createMatcher()
  matcher.add('it', query)
  const found = rows.filter((row) => matcher.match(readable(row)).length > 0)
  const examples = found
    .slice(0, EXAMPLES)
    .map(({ title, text }) => title ?? excerptAround(text, highlight(query, text), 140).text)
  return { looked: rows.length, found: found.length, examples }
}
