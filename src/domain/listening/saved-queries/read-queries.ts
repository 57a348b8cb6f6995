import { type Executor, tablesOf } from '#platform/db/database.ts'
import { foldName, type ParsedQuery, parseQuery, queryBook } from '../query/index.ts'
import type { ListeningTables } from '../tables.ts'
import { namedIn } from './rename-in.ts'

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

/** Reads those that name others: no other query is read otherwise after a change elsewhere. */
export function readNaming(all: readonly SavedExpression[]): ReadQuery[] {
  return readQueries(
    all.filter(({ expression }) => namesOthers(expression)),
    all,
  )
}

/** Quick, and at worst too careful: does an expression name another query? */
export function namesOthers(expression: string): boolean {
  return /(?:query|requ[e\u00ea]te):/i.test(expression)
}

/**
 * The queries in which one is named, directly or within another: also those that cannot be read meanwhile, for it is them
 * that a change may mend.
 */
export function dependents(name: string, all: readonly SavedExpression[]): ReadQuery[] {
  const naming = all
    .filter(({ expression }) => namesOthers(expression))
    .map((row) => ({ row, names: namesIn(row.expression) }))
  const reached = new Set([foldName(name)])
  const found = new Set<SavedExpression>()
  for (let before = -1; before < found.size;) {
    before = found.size
    for (const { row, names } of naming) {
      if (found.has(row) || !names.some((one) => reached.has(one))) continue
      found.add(row)
      reached.add(foldName(row.name))
    }
  }
  return readQueries(
    naming.flatMap(({ row }) => (found.has(row) ? row : [])),
    all,
  )
}

/** Every name that an expression writes, folded. */
function namesIn(expression: string): string[] {
  return namedIn(expression).map(({ name }) => foldName(name))
}
