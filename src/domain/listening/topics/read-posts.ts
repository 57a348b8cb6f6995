import { sql } from 'kysely'
import type { Executor } from '#platform/db/database.ts'
import { DAY, FEWEST_USUAL_DAYS, type Period } from './period.ts'
import type { UsualCount } from './rising/find-rising.ts'
import type { TopicPost } from './rising/term-counts.ts'

/** Whose posts: mentions of a company, of one query, or what it heard and no query found. */
export interface Scope {
  companyId: string
  of: 'mentions' | 'heard'
  queryId?: string | undefined
}

/** The most posts of a period that are read, the latest. */
const MOST_POSTS = 20_000

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

/**
 * Sources listened to, or heard, since two weeks before the period at least; what a younger one brings would all look
 * new. What was found and what was not both tell that a source was heard.
 */
export async function sourcesOf(
  db: Executor,
  { companyId }: Scope,
  { usualSince, since, until }: Period,
): Promise<{ counted: string[]; tooNew: number }> {
  const { rows } = await sql<{ source: string; first: Date }>`
    select coalesce(posts.source, '') as source, least(min(posts.at), min(s.created_at)) as first
    from (
      ${postsOf({ companyId, of: 'mentions' }, usualSince, until)}
      union all ${postsOf({ companyId, of: 'heard' }, usualSince, until)}
    ) posts
    left join sources s on s.id::text = posts.source and s.company_id = ${companyId}
    group by 1
  `.execute(db)
  const before = since.getTime() - FEWEST_USUAL_DAYS * DAY
  // A usual week that begins late is a week all the same: a day is let pass.
  const counted = rows.filter(({ first }) => first.getTime() <= before + DAY)
  return { counted: counted.map(({ source }) => source), tooNew: rows.length - counted.length }
}

export async function postsBetween(
  db: Executor,
  scope: Scope,
  sources: readonly string[],
  since: Date,
  until: Date,
): Promise<TopicPost[]> {
  const { rows } = await sql<TopicPost>`
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

/** See `weightOf`. */
const weight = sql`least(count(distinct voice_of_day), count(distinct copy))::int`

/** How much was said in each usual stretch of time; 0 is the latest. */
export async function saidBefore(
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
export async function usualOf(
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

export interface Quoted {
  id: string
  at: Date
  url: string
  author: string | null
  source: string
  connectorId: string | null
  text: string
  language: string | null
}

/** The words of some posts. */
export async function quoted(
  db: Executor,
  { companyId, of }: Scope,
  ids: readonly string[],
): Promise<Quoted[]> {
  if (ids.length === 0) return []
  const { rows } = await (
    of === 'heard'
      ? sql<Quoted>`
        select canonical_url as id, at, url, author, source_name as source, null as connector_id, excerpt as text,
          null as language
        from heard_terms where company_id = ${companyId} and canonical_url = any(${ids})`
      : sql<Quoted>`
        select m.id::text as id, m.at, m.url, nullif(m.author->>'name', '') as author, coalesce(s.name, '') as source,
          m.connector_id, concat_ws('. ', m.title, left(m.text, 4000)) as text, m.language
        from mentions m left join sources s on s.id = m.source_id
        where m.company_id = ${companyId} and m.id = any(${ids}::uuid[])`
  ).execute(db)
  return rows
}
