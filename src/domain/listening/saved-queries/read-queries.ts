import { type Executor, tablesOf } from '#platform/db/database.ts'
import { type ParsedQuery, parseQuery, type Query, queryBook, sameName } from '../query/index.ts'
import type { ListeningTables } from '../tables.ts'

export interface SavedExpression {
  id: string
  name: string
  expression: string
}

export type ReadQuery = SavedExpression & { parsed: ParsedQuery }

/** Every query of a company, the oldest first. */
export function savedQueries(db: Executor, companyId: string): Promise<SavedExpression[]> {
  return tablesOf<ListeningTables>(db)
    .selectFrom('savedQueries')
    .select(['id', 'name', 'expression'])
    .where('companyId', '=', companyId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

/** Reads queries, each of which may name any of `all`. */
export function readQueries(
  rows: readonly SavedExpression[],
  all: readonly SavedExpression[] = rows,
): ReadQuery[] {
  const book = queryBook(all)
  return rows.map((row) => ({
    ...row,
    parsed: parseQuery(row.expression, { book, name: row.name }),
  }))
}

/** Quick, and at worst too careful: does an expression name another query? */
export function namesOthers(expression: string): boolean {
  return /(?:query|requ[e\u00ea]te):/i.test(expression)
}

/** The queries in which one is named, directly or within another. */
export function dependents(name: string, all: readonly SavedExpression[]): ReadQuery[] {
  const naming = all.filter(({ expression }) => namesOthers(expression))
  return readQueries(naming, all).filter(({ parsed }) => parsed.ok && names(parsed.query, name))
}

function names(query: Query, name: string): boolean {
  if (query.op === 'named') return sameName(query.name, name) || names(query.part, name)
  if (query.op === 'not') return names(query.part, name)
  if (query.op === 'near') return names(query.left, name) || names(query.right, name)
  return 'parts' in query && query.parts.some((part) => names(part, name))
}
