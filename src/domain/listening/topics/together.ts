import { sql } from 'kysely'
import type { Executor } from '#platform/db/database.ts'
import { tablesOf } from '#platform/db/database.ts'
import { withoutAccents } from '../signals/words/tokens.ts'
import type { ListeningTables } from '../tables.ts'
import type { Period } from './period.ts'
import { riseOf } from './rising/rise.ts'
import type { TermCount } from './rising/term-counts.ts'

const MOST = 15

export interface Together {
  terms: { term: string; posts: number; elsewhere: number }[]
  elsewherePosts: number
}

/** Terms of a query's posts that other posts of the period have less, its own words left out. */
export async function togetherWith(
  db: Executor,
  companyId: string,
  queryId: string,
  period: Period,
  posts: number,
  counts: readonly TermCount[],
): Promise<Together> {
  const query = await tablesOf<ListeningTables>(db)
    .selectFrom('savedQueries')
    .select('expression')
    .where('companyId', '=', companyId)
    .where('id', '=', queryId)
    .executeTakeFirst()
  const own = withoutAccents((query?.expression ?? '').toLowerCase())
  const asked = counts.filter(({ term }) => !own.includes(term.replace(/^#/, '')))
  const other = sql`
    select terms from mentions m where company_id = ${companyId} and not dismissed and at >= ${period.since}
      and terms is not null
      and not exists (select from mention_hits h where h.mention_id = m.id and h.query_id = ${queryId})
    union all select terms from heard_terms where company_id = ${companyId} and at >= ${period.since}`
  const [{ rows: total }, { rows }] = await Promise.all([
    sql<{ posts: number }>`select count(*)::int as posts from (${other}) other`.execute(db),
    sql<{ term: string; posts: number }>`
      select term, count(*)::int as posts from (${other}) other, unnest(terms) term
      where term = any(${asked.map(({ term }) => term)}) group by 1`.execute(db),
  ])
  const elsewherePosts = total[0]?.posts ?? 0
  const elsewhere = new Map(rows.map((row) => [row.term, row.posts]))
  const terms = asked
    .map(({ term, posts: holding }) => {
      const there = elsewhere.get(term) ?? 0
      const before = [{ said: elsewherePosts, with: there }]
      const { g2 } = riseOf({ said: posts, with: holding.length }, before)
      return { term, posts: holding.length, elsewhere: there, g2 }
    })
    .toSorted((a, b) => b.g2 - a.g2 || b.posts - a.posts)
  return {
    terms: withoutParts(terms).map(({ g2: _, ...rest }) => rest),
    elsewherePosts,
  }
}

/** Of a phrase and its words, met as often, the first is enough. */
export function withoutParts<T extends { term: string; posts: number }>(
  terms: readonly T[],
  most: number = MOST,
): T[] {
  const kept: T[] = []
  for (const one of terms) {
    if (kept.length >= most) break
    const isPart = terms.some(
      (other) =>
        other !== one &&
        ` ${other.term} `.includes(` ${one.term} `) &&
        other.posts >= 0.8 * one.posts,
    )
    if (!isPart) kept.push(one)
  }
  return kept
}
