import { sql } from 'kysely'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { ListeningTables } from '../tables.ts'
import type { Overview } from './api.ts'
import type { Period } from './period.ts'
import type { Scope } from './read-hours.ts'

const SHOWN = 10

/** Who wrote most of the mentions of a period; of two who wrote as many, the one with more followers. */
export async function topAuthors(
  desk: Desk,
  { companyId, queryId, sourceId }: Scope,
  period: Period,
): Promise<Overview['authors']> {
  const rows = await tablesOf<ListeningTables>(desk.db)
    .selectFrom('mentions')
    .select((eb) => [
      'connectorId',
      latest('name').as('name'),
      latest('handle').as('handle'),
      latest('profileUrl').as('url'),
      sql<number | null>`max((author->>'followers')::float)`.as('followers'),
      eb.fn.countAll<number>().as('mentions'),
    ])
    .where('companyId', '=', companyId)
    .where('at', '>=', period.start)
    .where('at', '<', period.end)
    .where('dismissed', '=', false)
    .where('author', 'is not', null)
    .$if(sourceId !== undefined, (q) => q.where('sourceId', '=', sourceId ?? ''))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('mentionHits')
          .leftJoin('queryJudgements', (join) =>
            join
              .onRef('queryJudgements.mentionId', '=', 'mentionHits.mentionId')
              .onRef('queryJudgements.queryId', '=', 'mentionHits.queryId'),
          )
          .select('mentionHits.mentionId')
          .whereRef('mentionHits.mentionId', '=', 'mentions.id')
          .where(sql<boolean>`coalesce(query_judgements.relevant, true)`)
          .$if(queryId !== undefined, (q) => q.where('mentionHits.queryId', '=', queryId ?? '')),
      ),
    )
    .groupBy(['connectorId', sql`coalesce(author->>'remoteId', author->>'handle')`])
    .orderBy('mentions', 'desc')
    .orderBy(sql`followers desc nulls last`)
    .orderBy('handle')
    .limit(SHOWN)
    .execute()
  return rows.map(({ connectorId, ...author }) => ({
    ...author,
    network: desk.connectors.get(connectorId)?.manifest.name ?? connectorId,
  }))
}

/** As the author's last mention of the period has it. */
const latest = (field: 'name' | 'handle' | 'profileUrl') =>
  sql<string>`(array_agg(author->>${sql.lit(field)} order by at desc))[1]`
