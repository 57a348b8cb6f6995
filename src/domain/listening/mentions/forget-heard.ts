import { type SqlBool, sql } from 'kysely'
import type { Gone } from '#connectors/_contract/connector.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { OUR_ACCOUNTS } from '../model.ts'
import type { ListeningTables } from '../tables.ts'

/**
 * What its author deleted must not stay in the samples of what was heard, found or not. Runs in the caller's transaction.
 * @param origin whose posts, of which network
 * @param addresses canonical ones of mentions that go: what was heard before posts were kept by their ids is known by these
 */
export async function forgetHeard(
  trx: Executor,
  { companyId, connectorId }: { companyId: string; connectorId: string },
  { posts, authors, claimed }: Required<Gone>,
  addresses: readonly string[],
): Promise<void> {
  const said = claimed.map(({ post }) => post)
  const isGone = (author: 'voice' | 'author') => {
    const by = author === 'voice' ? sql.ref('voice') : sql`author->>'remoteId'`
    return sql<SqlBool>`(
      remote_id = any(${posts}) or ${by} = any(${authors}) or remote_id = any(${said}) and (remote_id, ${by}) in (
        select * from unnest(${said}::text[], ${claimed.map((one) => one.author)}::text[])
      )
    )`
  }
  const tables = tablesOf<ListeningTables>(trx)
  await tables
    .deleteFrom('heardItems')
    .where('companyId', '=', companyId)
    .where((eb) =>
      eb.or([
        eb('canonicalUrl', '=', sql<string>`any(${addresses})`),
        eb.and([eb('connectorId', '=', connectorId), isGone('author')]),
      ]),
    )
    .execute()
  await tables
    .deleteFrom('heardTerms')
    .where('companyId', '=', companyId)
    .where(isGone('voice'))
    // Of a source that was removed meanwhile nobody knows any more of which network it was.
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('sources')
            .select('sources.id')
            .whereRef('sources.id', '=', 'heardTerms.sourceId')
            .where('sources.connectorId', 'not in', [connectorId, OUR_ACCOUNTS]),
        ),
      ),
    )
    .execute()
}
