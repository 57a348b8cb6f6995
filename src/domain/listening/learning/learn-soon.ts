import { type Executor, tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { LearningTables } from './tables.ts'

export const LEARNING_WORK = 'listening-learning'

/** Whoever corrects one mention corrects the next: they are learnt from together. */
const PAUSE_MS = 5_000

export const nothingLearnt = { learntAt: null, learnt: '{}', trials: '[]', wantTrials: '[]' }

/**
 * Has a company's corrections learnt from, in the transaction that makes or takes back one of them; not where the company
 * has switched that off.
 */
export async function learnSoon(trx: Executor, companyId: string, now: Date): Promise<void> {
  const dueAt = new Date(now.getTime() + PAUSE_MS)
  await tablesOf<LearningTables>(trx)
    .insertInto('learntOpinions')
    .values({ companyId, dueAt, ...nothingLearnt })
    .onConflict((c) =>
      c.column('companyId').doUpdateSet({ dueAt }).where('learntOpinions.switchedOff', '=', false),
    )
    .execute()
  await wake(trx, LEARNING_WORK)
}
