import type { Desk } from '#domain/desk.ts'
import type { Executor } from '#platform/db/database.ts'
import { createMatcher, type Matcher } from '../query/index.ts'
import { namesOthers, readQueries, savedQueries } from '../saved-queries/read-queries.ts'

/**
 * The saved queries of each company, ready to be asked. A cache and nothing more: each call brings it up to date
 * with the rows, seen by the caller's own transaction (which holds the company's turn).
 */
export type CompanyMatchers = (db: Executor, companyId: string) => Promise<Matcher>

interface Known {
  matcher: Matcher
  /** By id, what the query was when it was read: see `signature`. */
  signatures: Map<string, string>
}

export function companyMatchers({ log }: Pick<Desk, 'log'>): CompanyMatchers {
  const known = new Map<string, Known>()

  return async (db, companyId) => {
    const rows = await savedQueries(db, companyId)
    const { matcher, signatures } = known.get(companyId) ?? {
      matcher: createMatcher(),
      signatures: new Map<string, string>(),
    }
    const whole = JSON.stringify(rows)
    // A query that names others is read anew whenever any of the company's changes.
    const signature = ({ expression }: { expression: string }) =>
      namesOthers(expression) ? whole : expression
    const present = new Map(rows.map((row) => [row.id, signature(row)]))
    for (const id of signatures.keys()) if (!present.has(id)) matcher.remove(id)
    const changed = rows.filter((row) => signatures.get(row.id) !== present.get(row.id))
    for (const { id, parsed } of readQueries(changed, rows)) {
      matcher.remove(id)
      if (parsed.ok) matcher.add(id, parsed.query)
      else log.warn({ query: id, code: parsed.error.code }, 'a saved query can no longer be read')
    }
    known.set(companyId, { matcher, signatures: present })
    return matcher
  }
}
