import { sql } from 'kysely'
import type { Executor } from '#platform/db/database.ts'
import type { Tally } from './hours/tally.ts'
import type { Period } from './period.ts'
import type { Scope } from './read-posts.ts'
import type { UsualCount } from './rising/find-rising.ts'
import { isShared, type TermCount } from './rising/term-counts.ts'

const MOST_POSTS = 20_000

interface Post {
  id: string
  at: Date
  voice: string
  source: string | null
  terms: readonly string[]
}

/** What `hours/tally.ts` counts, counted from the rows themselves as plainly as can be: what it must equal. */
export async function slowTally(
  db: Executor,
  scope: Scope,
  period: Period,
  counted: ReadonlySet<string>,
): Promise<Tally> {
  const sources = [...counted]
  const posts = await postsBetween(db, scope, sources, period.since, period.until)
  const byTerm = new Map<string, Post[]>()
  for (const post of posts)
    for (const term of post.terms) byTerm.set(term, [...(byTerm.get(term) ?? []), post])
  const terms = [...byTerm].map(([term, holding]) => countOf(term, holding)).filter(isShared)
  const asked = terms.map(({ term }) => term)
  const usual = await usualOf(db, scope, sources, period, asked, 'posts')
  const weighed = await usualOf(db, scope, sources, period, asked, 'weights')
  return {
    posts: posts.length,
    weight: weightOf(posts),
    before: await saidBefore(db, scope, sources, period),
    terms,
    tested: byTerm.size,
    usual: (term) => usual.get(term) ?? [],
    weigh: () => weighed,
  }
}

function countOf(term: string, posts: Post[]): TermCount {
  return {
    term,
    posts,
    weight: weightOf(posts),
    voices: new Set(posts.map(({ voice }) => voice)).size,
    sources: new Set(posts.map(({ source }) => source)).size,
  }
}

function weightOf(posts: readonly Post[]): number {
  const voices = new Set(posts.map(({ at, voice }) => `${at.toISOString().slice(0, 10)} ${voice}`))
  return Math.min(voices.size, new Set(posts.map(({ terms }) => terms.join('|'))).size)
}

/** The posts of a scope since an instant: `id, at, voice, source, terms`. */
function postsOf({ companyId, of, queryId }: Scope, since: Date, until: Date) {
  if (of === 'heard')
    return sql`
      select canonical_url as id, at, voice, source_id::text as source, terms from heard_terms
      where company_id = ${companyId} and at >= ${since} and at < ${until}`
  return sql`
    select id::text as id, at, coalesce(author->>'remoteId', source_id::text, connector_id) as voice,
      source_id::text as source, terms
    from mentions
    where company_id = ${companyId} and not dismissed and terms <> '{}' and at >= ${since} and at < ${until}
    ${
      queryId === undefined
        ? sql``
        : sql`and exists (select from mention_hits h where h.mention_id = mentions.id and h.query_id = ${queryId})`
    }`
}

async function postsBetween(
  db: Executor,
  scope: Scope,
  sources: readonly string[],
  since: Date,
  until: Date,
): Promise<Post[]> {
  const { rows } = await sql<Post>`
    select * from (${postsOf(scope, since, until)}) posts where coalesce(source, '') = any(${sources})
    order by at desc limit ${MOST_POSTS}
  `.execute(db)
  return rows
}

/** Numbers compare and sort many times faster than the words they stand for. */
const usualPosts = (
  scope: Scope,
  sources: readonly string[],
  { since, days, usualSince }: Period,
) =>
  sql`
    select floor(extract(epoch from (${since}::timestamptz - at)) / ${days * 86_400})::int as stretch,
      hashtextextended(voice, floor(extract(epoch from at) / 86400)::bigint) as voice_of_day,
      hashtextextended(array_to_string(terms, '|'), 0) as copy, terms
    from (${postsOf(scope, usualSince, since)}) posts where coalesce(source, '') = any(${sources})`

const weight = sql`least(count(distinct voice_of_day), count(distinct copy))::int`

/** How much was said in each usual stretch of time; 0 is the latest. */
async function saidBefore(
  db: Executor,
  scope: Scope,
  sources: readonly string[],
  period: Period,
): Promise<{ stretch: number; posts: number; weight: number }[]> {
  const { rows } = await sql<{ stretch: number; posts: number; weight: number }>`
    with posts as materialized (${usualPosts(scope, sources, period)})
    select stretch, count(*)::int as posts, ${weight} as weight from posts group by 1 order by 1
  `.execute(db)
  return rows
}

/**
 * The same of each term.
 * @param as `posts` counts posts alone, several times faster: the weight told is then their number
 */
async function usualOf(
  db: Executor,
  scope: Scope,
  sources: readonly string[],
  period: Period,
  terms: readonly string[],
  as: 'posts' | 'weights',
): Promise<Map<string, UsualCount[]>> {
  if (terms.length === 0) return new Map()
  const { rows } = await sql<UsualCount & { term: string }>`
    with posts as materialized (${usualPosts(scope, sources, period)}),
    asked as (select term, rank from unnest(${terms}::text[]) with ordinality as one (term, rank)),
    said as materialized (
      select asked.rank, stretch, voice_of_day, copy
      from posts cross join unnest(terms) word join asked on asked.term = word
    ),
    counts as (
      select rank, stretch, count(*)::int as posts,
        ${as === 'posts' ? sql`count(*)::int` : weight} as weight from said group by 1, 2
    )
    select term, stretch, posts, weight from counts join asked using (rank)
  `.execute(db)
  return Map.groupBy(rows, ({ term }) => term)
}

/** How many posts that the query of a scope did not find there are, and how many hold each of some terms. */
export async function slowElsewhere(
  db: Executor,
  { companyId, queryId }: Scope,
  since: Date,
  terms: readonly string[],
): Promise<{ posts: number; counts: Map<string, number> }> {
  if (queryId === undefined) return { posts: 0, counts: new Map() }
  const { rows } = await sql<{ terms: string[] }>`
    select terms from mentions m where company_id = ${companyId} and not dismissed and at >= ${since}
      and terms is not null
      and not exists (select from mention_hits h where h.mention_id = m.id and h.query_id = ${queryId})
    union all select terms from heard_terms where company_id = ${companyId} and at >= ${since}`.execute(
    db,
  )
  const holding = (term: string) => rows.filter((row) => row.terms.includes(term)).length
  return { posts: rows.length, counts: new Map(terms.map((term) => [term, holding(term)])) }
}
