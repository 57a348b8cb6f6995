import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { FoldTables } from './tables.ts'

/** These mentions of a company, and everything in their folds. */
export async function withAlike(
  trx: Executor,
  companyId: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await tablesOf<FoldTables>(trx)
    .selectFrom('mentionFolds')
    .innerJoin('mentionFolds as asked', 'asked.foldId', 'mentionFolds.foldId')
    .select('mentionFolds.mentionId')
    .where('asked.mentionId', 'in', ids)
    .where('asked.companyId', '=', companyId)
    .where('mentionFolds.companyId', '=', companyId)
    .execute()
  return [...new Set([...ids, ...rows.map(({ mentionId }) => mentionId)])]
}
