import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { ListeningTables } from '../../tables.ts'

/** Since when hubs tell us at once of what is new, by source; those that do not are left out. */
export async function toldSince(
  db: Executor,
  companyId: string,
  now: Date,
): Promise<Map<string, Date>> {
  const rows = await tablesOf<ListeningTables>(db)
    .selectFrom('feedSubscriptions')
    .innerJoin('sources', 'sources.id', 'feedSubscriptions.sourceId')
    .select(['sources.id', 'feedSubscriptions.liveSince'])
    .where('sources.companyId', '=', companyId)
    .where('feedSubscriptions.leaseUntil', '>', now)
    .execute()
  return new Map(rows.flatMap(({ id, liveSince }) => (liveSince ? [[id, liveSince] as const] : [])))
}
