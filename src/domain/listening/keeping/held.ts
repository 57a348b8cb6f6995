import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { ListeningTables } from '../tables.ts'

/** Has these mentions kept, however old they grow. Runs in the caller's transaction. */
export async function holdMentions(
  trx: Executor,
  companyId: string,
  mentionIds: readonly string[],
): Promise<void> {
  if (mentionIds.length === 0) return
  await tablesOf<ListeningTables>(trx)
    .insertInto('heldMentions')
    .values(mentionIds.map((mentionId) => ({ mentionId, companyId })))
    .onConflict((c) => c.doNothing())
    .execute()
}
