import { sql } from 'kysely'
import type { Channel } from '#domain/channels/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { VisitsTables } from './tables.ts'

/**
 * The number of the next message of an account. Its row is held until the transaction ends, so that whoever reads by
 * number skips none: a smaller one is never seen after a greater one.
 */
export async function nextSeq(
  trx: Executor,
  { id: channelId, companyId }: Pick<Channel, 'id' | 'companyId'>,
): Promise<string> {
  const { lastSeq } = await tablesOf<VisitsTables>(trx)
    .insertInto('visitSites')
    .values({ channelId, companyId, lastSeq: '1' })
    .onConflict((c) =>
      c.column('channelId').doUpdateSet({ lastSeq: sql<string>`visit_sites.last_seq + 1` }),
    )
    .returning('lastSeq')
    .executeTakeFirstOrThrow()
  return lastSeq
}
