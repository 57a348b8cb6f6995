import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { createMatcher, type Matcher, parseQuery } from '../query/index.ts'
import type { ListeningTables } from '../tables.ts'

/**
 * The saved queries of each company, ready to be asked. A cache and nothing more: each call brings it up to date
 * with the rows, seen by the caller's own transaction (which holds the company's turn).
 */
export type CompanyMatchers = (db: Executor, companyId: string) => Promise<Matcher>

export function companyMatchers({ log }: Pick<Desk, 'log'>): CompanyMatchers {
  const known = new Map<string, { matcher: Matcher; expressions: Map<string, string> }>()

  return async (db, companyId) => {
    const rows = await tablesOf<ListeningTables>(db)
      .selectFrom('savedQueries')
      .select(['id', 'expression'])
      .where('companyId', '=', companyId)
      .execute()
    const { matcher, expressions } = known.get(companyId) ?? {
      matcher: createMatcher(),
      expressions: new Map(),
    }
    const present = new Map(rows.map(({ id, expression }) => [id, expression]))
    for (const id of expressions.keys()) if (!present.has(id)) matcher.remove(id)
    for (const [id, expression] of present) {
      if (expressions.get(id) !== expression) load(matcher, id, expression)
    }
    known.set(companyId, { matcher, expressions: present })
    return matcher
  }

  function load(matcher: Matcher, id: string, expression: string): void {
    matcher.remove(id)
    const parsed = parseQuery(expression)
    if (parsed.ok) matcher.add(id, parsed.query)
    else log.warn({ query: id, code: parsed.error.code }, 'a saved query can no longer be read')
  }
}
