import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { MentionView } from './api.ts'
import type { Mention } from '../model.ts'
import type { ListeningTables } from '../tables.ts'
import { presentMentions } from './present-mention.ts'

/** One mention of a company, as it is kept. */
export const findMention = (
  db: Executor,
  companyId: string,
  id: string,
): Promise<Mention | undefined> =>
  tablesOf<ListeningTables>(db)
    .selectFrom('mentions')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Mentions by their ids, earliest first. Those no longer kept, or of another company, are left out. */
export async function mentionsByIds(
  desk: Desk,
  companyId: string,
  ids: readonly string[],
): Promise<MentionView[]> {
  if (ids.length === 0) return []
  const rows = await tablesOf<ListeningTables>(desk.db)
    .selectFrom('mentions')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', 'in', [...ids])
    .orderBy('at')
    .orderBy('id')
    .execute()
  return presentMentions(desk, companyId, rows)
}
