import { maxTerms } from '#connectors/_contract/listen-to-terms.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { parseQuery, searchTerms } from '../query/index.ts'
import type { ListeningTables } from '../tables.ts'

const MOST_SEARCHES = maxTerms

export interface Searches {
  terms: string[]
  leftOut: number
}

/** What a search source asks its network for, derived from the company's saved queries, the oldest first. */
export async function searchesOf(db: Executor, companyId: string): Promise<Searches> {
  const rows = await tablesOf<ListeningTables>(db)
    .selectFrom('savedQueries')
    .select('expression')
    .where('companyId', '=', companyId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  const terms = rows.flatMap(({ expression }) => {
    const parsed = parseQuery(expression)
    return parsed.ok ? searchTerms(parsed.query) : []
  })
  const distinct = [...new Set(terms)]
  return {
    terms: distinct.slice(0, MOST_SEARCHES),
    leftOut: Math.max(0, distinct.length - MOST_SEARCHES),
  }
}
