import { type RawBuilder, sql } from 'kysely'
import type { Executor } from '#platform/db/database.ts'
import type { Hour } from './hours/hour.ts'
import { DAY, FEWEST_USUAL_DAYS, type Period } from './period.ts'

/** Whose posts: mentions of a company, of one query, or what it heard and no query found. */
export interface Scope {
  companyId: string
  of: 'mentions' | 'heard'
  queryId?: string | undefined
}

/**
 * Sources listened to, or heard, since two weeks before the period at least; what a younger one brings would all look
 * new. What was found and what was not both tell that a source was heard.
 * @param hours all mentions of the company
 */
export async function sourcesOf(
  db: Executor,
  companyId: string,
  hours: readonly Hour[],
  { usualSince, since, until }: Period,
): Promise<{ counted: Set<string>; tooNew: number }> {
  const [heard, listened] = await Promise.all([
    firsts(
      db,
      sql`select coalesce(source_id::text, '') as source, min(at) as first from heard_terms
        where company_id = ${companyId} and at >= ${usualSince} and at < ${until} group by 1`,
    ),
    firsts(
      db,
      sql`select id::text as source, created_at as first from sources where company_id = ${companyId}`,
    ),
  ])
  const first = new Map(heard)
  const note = (source: string, at: number) =>
    first.set(source, Math.min(at, first.get(source) ?? at))
  for (const { packed } of hours) {
    for (let i = 0; i < packed.at.length; i++) {
      const at = packed.at[i] ?? 0
      const says = (packed.termEnds[i] ?? 0) > (packed.termEnds[i - 1] ?? 0)
      if (says && at >= usualSince.getTime() && at < until.getTime())
        note(packed.sources[packed.source[i] ?? 0] ?? '', at)
    }
  }
  for (const [source, at] of listened) if (first.has(source)) note(source, at)
  const before = since.getTime() - FEWEST_USUAL_DAYS * DAY
  // A usual week that begins late is a week all the same: a day is let pass.
  const counted = [...first].filter(([, at]) => at <= before + DAY)
  return {
    counted: new Set(counted.map(([source]) => source)),
    tooNew: first.size - counted.length,
  }
}

async function firsts(db: Executor, query: RawBuilder<unknown>): Promise<[string, number][]> {
  const { rows } = await (query as RawBuilder<{ source: string; first: Date }>).execute(db)
  return rows.map(({ source, first }) => [source, first.getTime()])
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
