import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { FoldTables } from './tables.ts'

/** Forgets where mentions stood; what was like them stays together. Runs in the transaction that deletes them. */
export async function forgetFolds(trx: Executor, mentionIds: readonly string[]): Promise<void> {
  if (mentionIds.length === 0) return
  const tables = tablesOf<FoldTables>(trx)
  await tables.deleteFrom('mentionFolds').where('mentionId', 'in', mentionIds).execute()
}
