import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import type { Language } from '#platform/text.ts'
import type { CheckedExpression, expressionCheck } from './api.ts'
import { parseQuery, printQuery, queryBook, queryNotes } from '../query/index.ts'
import { sampleOf } from '../query-tests/heard-sample.ts'
import { tryExamples, tryOn } from '../query-tests/try-query.ts'
import { savedQueries } from './read-queries.ts'

/**
 * What the desk makes of an expression before it is saved: the mistake at its place, or its reading, its examples and
 * what it would find among the last things read.
 */
export async function checkExpression(
  desk: Desk,
  companyId: string,
  { expression, examples = [], name }: z.output<typeof expressionCheck>,
  language: Language,
): Promise<CheckedExpression> {
  const book = queryBook(await savedQueries(desk.db, companyId))
  const parsed = parseQuery(expression.normalize('NFC'), { book, ...(name ? { name } : {}) })
  if (!parsed.ok) {
    const { code, at, message } = parsed.error
    const error = { code, at, sentence: message[language] }
    return { error, reading: null, notes: [], examples: [], preview: null }
  }
  return {
    error: null,
    reading: printQuery(parsed.query, language),
    notes: queryNotes(parsed.tokens).map(({ code, at, message }) => ({
      code,
      at,
      sentence: message[language],
    })),
    examples: await tryExamples(parsed.query, examples),
    preview: await tryOn(parsed.query, await sampleOf(desk, companyId)),
  }
}
