import { sql } from 'kysely'
import { v4 as uuid } from 'uuid'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { bytesOf, pack, type PostRow } from './pack.ts'
import type { TopicHoursTables } from './tables.ts'

const AT_ONCE = 48

/**
 * Packs anew what was said in these hours, dismissed mentions left out. Runs in the transaction that takes them off the
 * list of those that changed, and alone in its company (`overview/count-hours.ts`).
 * @param since what is older is no longer compared to anything, and goes
 */
export async function packHours(
  trx: Executor,
  companyId: string,
  hours: readonly Date[],
  since: Date,
): Promise<void> {
  const tables = tablesOf<TopicHoursTables>(trx)
  await tables
    .deleteFrom('topicHours')
    .where('companyId', '=', companyId)
    .where('hour', '<', since)
    .execute()
  const young = hours.filter((hour) => hour >= since)
  for (let i = 0; i < young.length; i += AT_ONCE) {
    const some = young.slice(i, i + AT_ONCE)
    const posts = Map.groupBy(await postsIn(trx, companyId, some), ({ hour }) => hour.getTime())
    await tables
      .deleteFrom('topicHours')
      .where('companyId', '=', companyId)
      .where('hour', 'in', some)
      .execute()
    const rows = some.flatMap((hour) => {
      const said = posts.get(hour.getTime())
      if (!said) return []
      const { packed, words } = pack(said)
      return { companyId, hour, version: uuid(), packed: bytesOf(packed), words: words.join('\n') }
    })
    if (rows.length > 0) await tables.insertInto('topicHours').values(rows).execute()
  }
}

async function postsIn(
  trx: Executor,
  companyId: string,
  hours: readonly Date[],
): Promise<(PostRow & { hour: Date })[]> {
  const { rows } = await sql<Omit<PostRow, 'terms'> & { hour: Date; terms: string }>`
    select wanted.hour, m.id::text as id, m.at, m.source_id::text as source,
      array_to_string(m.terms, E'\n') as terms,
      coalesce(m.author->>'remoteId', m.source_id::text, m.connector_id) as voice,
      array(select h.query_id::text from mention_hits h where h.mention_id = m.id) as queries
    from unnest(${hours}::timestamptz[]) wanted (hour)
    join mentions m on m.company_id = ${companyId}
      and m.at >= wanted.hour and m.at < wanted.hour + interval '1 hour'
    where not m.dismissed and m.terms is not null
  `.execute(trx)
  return rows.map((row) => ({ ...row, terms: row.terms === '' ? [] : row.terms.split('\n') }))
}
