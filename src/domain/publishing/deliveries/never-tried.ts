import { type SqlBool, sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { PublishingTables } from '../tables.ts'

/** Whether nothing of a post was ever sent, nor is about to be: no request was written down for it. */
export async function neverTried(db: Executor, postId: string): Promise<boolean> {
  const begun = await tablesOf<PublishingTables>(db)
    .selectFrom('deliveries')
    .select('id')
    .where('postId', '=', postId)
    .where(
      sql<SqlBool>`(state in ('sending', 'handed', 'published', 'unknown') or must_confirm or exists (
        select from attempts where attempts.delivery_id = deliveries.id))`,
    )
    .limit(1)
    .executeTakeFirst()
  return !begun
}
