import { type Executor, tablesOf } from '#platform/db/database.ts'
import { withoutAccents } from '../signals/words/tokens.ts'
import type { ListeningTables } from '../tables.ts'
import { numberOf } from './hours/pack.ts'
import type { Said } from './hours/at-hand.ts'
import { isFoundBy, type Tally } from './hours/tally.ts'
import { riseOf } from './rising/rise.ts'
import type { TermCount } from './rising/term-counts.ts'

const MOST = 15

export interface Together {
  terms: { term: string; posts: number; elsewhere: number }[]
  elsewherePosts: number
}

/**
 * Terms of a query's posts that other posts of the period have less, its own words left out.
 * @param tally of what the query found
 * @param others all mentions of the company, and what else it heard
 */
export async function togetherWith(
  db: Executor,
  { companyId, queryId }: { companyId: string; queryId: string },
  since: Date,
  { posts, terms: counts }: Tally,
  others: readonly Said[],
): Promise<Together> {
  const query = await tablesOf<ListeningTables>(db)
    .selectFrom('savedQueries')
    .select('expression')
    .where('companyId', '=', companyId)
    .where('id', '=', queryId)
    .executeTakeFirst()
  const own = withoutAccents((query?.expression ?? '').toLowerCase())
  const asked = counts.filter(({ term }) => !own.includes(term.replace(/^#/, '')))
  const elsewhere = heldElsewhere(others, queryId, since.getTime(), termsIn(asked))
  const terms = asked
    .map(({ term, posts: holding }) => {
      const there = elsewhere.counts.get(term) ?? 0
      const before = [{ said: elsewhere.posts, with: there }]
      const { g2 } = riseOf({ said: posts, with: holding.length }, before)
      return { term, posts: holding.length, elsewhere: there, g2 }
    })
    .toSorted((a, b) => b.g2 - a.g2 || b.posts - a.posts || (a.term < b.term ? -1 : 1))
  return {
    terms: withoutParts(terms).map(({ g2: _, ...rest }) => rest),
    elsewherePosts: elsewhere.posts,
  }
}

const termsIn = (counts: readonly TermCount[]) => counts.map(({ term }) => term)

/** How many posts that a query did not find there are since an instant, and how many of them hold each of some terms. */
function heldElsewhere(
  all: readonly Said[],
  queryId: string,
  since: number,
  terms: readonly string[],
): { posts: number; counts: Map<string, number> } {
  const counts = new Int32Array(all[0]?.numbering.size ?? 0)
  let posts = 0
  for (const { packed, terms: said } of all.flatMap(({ hours }) => hours)) {
    for (let i = 0; i < packed.at.length; i++) {
      if ((packed.at[i] ?? 0) < since || isFoundBy(packed, i, queryId)) continue
      posts++
      for (let t = packed.termEnds[i - 1] ?? 0; t < (packed.termEnds[i] ?? 0); t++) {
        const number = said[t] ?? -1
        if (number >= 0) counts[number] = (counts[number] ?? 0) + 1
      }
    }
  }
  const countOf = (term: string) => counts[all[0]?.numbering.find(numberOf(term)) ?? -1] ?? 0
  return { posts, counts: new Map(terms.map((term) => [term, countOf(term)])) }
}

/** Of a phrase and its words, met as often, the first is enough. */
export function withoutParts<T extends { term: string; posts: number }>(
  terms: readonly T[],
  most: number = MOST,
): T[] {
  const whole = terms.map(({ term, posts }) => ({ words: ` ${term} `, posts }))
  const kept: T[] = []
  for (const [i, one] of terms.entries()) {
    if (kept.length >= most) break
    const own = ` ${one.term} `
    const isPart = whole.some(
      ({ words, posts }, j) =>
        j !== i && posts >= 0.8 * one.posts && words.length >= own.length && words.includes(own),
    )
    if (!isPart) kept.push(one)
  }
  return kept
}
