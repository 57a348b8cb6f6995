import { maxTerms } from '#connectors/_contract/listen-to-terms.ts'
import type { Executor } from '#platform/db/database.ts'
import { searchTerms } from '../query/index.ts'
import { readQueries, savedQueries } from '../saved-queries/read-queries.ts'

const MOST_SEARCHES = maxTerms

export interface Searches {
  terms: string[]
  leftOut: number
}

/** What a search source asks its network for, derived from the company's saved queries, the oldest first. */
export async function searchesOf(db: Executor, companyId: string): Promise<Searches> {
  const terms = readQueries(await savedQueries(db, companyId)).flatMap(({ parsed }) =>
    parsed.ok ? searchTerms(parsed.query) : [],
  )
  const distinct = [...new Set(terms)]
  return {
    terms: distinct.slice(0, MOST_SEARCHES),
    leftOut: Math.max(0, distinct.length - MOST_SEARCHES),
  }
}
