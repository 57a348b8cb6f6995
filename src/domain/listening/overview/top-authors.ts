import { type RawBuilder, sql } from 'kysely'
import type { Desk } from '#domain/desk.ts'
import { authorKey } from '../mentions/reach.ts'
import type { Overview } from './api.ts'
import type { Period } from './period.ts'
import type { Scope } from './read-hours.ts'

const SHOWN = 10

/** Who wrote most of the mentions of a period; of two who wrote as many, the one with more followers. */
export async function topAuthors(
  desk: Desk,
  scope: Scope,
  period: Period,
): Promise<Overview['authors']> {
  const said = mentionsOf(scope, period)
  const { rows } = await sql<Row>`
    with counted as (
      ${scope.sourceId === undefined ? byKey(scope, period) : byMention(said, scope)}
      order by mentions desc, followers desc nulls last, who limit ${SHOWN}
    )
    select counted.connector_id, mentions, followers, latest.* from counted cross join lateral (
      select author->>'name' as name, author->>'handle' as handle, author->>'profileUrl' as url,
        coalesce(author->>'remoteId', '') as remote_id
      ${said} and mentions.connector_id = counted.connector_id and ${WHO} is not distinct from counted.who
      order by at desc limit 1
    ) latest
    order by mentions desc, followers desc nulls last, who`.execute(desk.db)
  return rows.map(({ connectorId, remoteId, ...author }) => ({
    ...author,
    key: authorKey(connectorId, { remoteId }),
    network: desk.connectors.get(connectorId)?.manifest.name ?? connectorId,
  }))
}

/** Names are those of the author's last mention of the period: looked for once it is known who is shown. */
interface Row {
  connectorId: string
  remoteId: string
  name: string
  handle: string
  url: string | null
  followers: number | null
  mentions: number
}

const WHO = sql`coalesce(author->>'remoteId', author->>'handle')`

const mentionsOf = ({ companyId, sourceId }: Scope, { start, end }: Period) => sql`
  from mentions where company_id = ${companyId} and at >= ${start} and at < ${end} and not dismissed
    and author is not null ${sourceId === undefined ? sql`` : sql`and source_id = ${sourceId}`}`

/** How much each author wrote, as mentions have it. */
const byMention = (said: RawBuilder<unknown>, scope: Scope) => sql`
  select connector_id, ${WHO} as who, count(*)::int as mentions, max((author->>'followers')::float) as followers
  ${said} and id in (${foundBy(scope)}) group by 1, 2`

/**
 * The same from the places that mentions have in folds, which hold their authors by key: all there is to read of them is
 * an index. Those whose author has no key are read as they are. The id is never null: of the column itself PostgreSQL
 * knows that it has ten million different ones, of which it expects to meet one in a hundred among those found, and plans
 * for a few hundred mentions (10 million mentions, 2026-11-26: 0.7 s, with this 0.3, on a busy machine).
 */
const byKey = (scope: Scope, period: Period) => sql`
  select split_part(author_key, ':', 1) as connector_id, substr(author_key, strpos(author_key, ':') + 1) as who, mentions,
    followers
  from (
    select author_key, count(*)::int as mentions, max(followers)::float as followers
    from mention_folds folds
    where company_id = ${scope.companyId} and at >= ${period.start} and at < ${period.end} and author_key is not null
      and coalesce(mention_id, company_id) in (${foundBy(scope)}) and not exists (
        select from mentions gone where gone.company_id = ${scope.companyId} and gone.dismissed
          and gone.at >= ${period.start} and gone.at < ${period.end} and gone.id = folds.mention_id)
    group by author_key
  ) keyed
  union all
  ${byMention(sql`${mentionsOf(scope, period)} and coalesce(author->>'remoteId', '') = ''`, scope)}`

/** Ids of what the company's queries, or the one asked for, found and nobody judged off the subject. */
const foundBy = ({ companyId, queryId }: Scope) => sql`
  select h.mention_id from mention_hits h
  where h.query_id = any(${
    queryId === undefined
      ? sql`array(select id from saved_queries where company_id = ${companyId})`
      : sql`array[${queryId}]::uuid[]`
  })
  and not exists (
    select from query_judgements j where j.mention_id = h.mention_id and j.query_id = h.query_id and not j.relevant)`
