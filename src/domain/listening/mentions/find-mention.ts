import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Mention } from '../model.ts'
import type { ListeningTables } from '../tables.ts'

/** A mention as its network knows it; undefined when the company has none by that id. */
export async function findMention(
  db: Executor,
  companyId: string,
  id: string,
): Promise<Pick<Mention, 'connectorId' | 'remoteId' | 'url'> | undefined> {
  return tablesOf<ListeningTables>(db)
    .selectFrom('mentions')
    .select(['connectorId', 'remoteId', 'url'])
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
}
