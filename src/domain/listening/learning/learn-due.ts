import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { learnAll } from './learn-all.ts'
import type { LearningTables } from './tables.ts'

export const LEARNING_WORK = 'listening-learning'

/** Whoever corrects one mention corrects the next: they are learnt from together. */
const PAUSE_MS = 5_000
/** Corrected mentions may have been forgotten meanwhile: what they taught goes within a day. */
const ANEW_MS = 86_400_000

/** Has a company's corrections learnt from, in the transaction that makes or takes back one of them. */
export async function learnSoon(trx: Executor, companyId: string, now: Date): Promise<void> {
  const dueAt = new Date(now.getTime() + PAUSE_MS)
  await tablesOf<LearningTables>(trx)
    .insertInto('learntOpinions')
    .values({ companyId, dueAt, learntAt: null, ...nothing })
    .onConflict((c) => c.column('companyId').doUpdateSet({ dueAt }))
    .execute()
  await wake(trx, LEARNING_WORK)
}

const nothing = { learnt: '{}', trials: '[]', wantTrials: '[]' }

export async function nextToLearn(desk: Desk): Promise<Date | null> {
  const row = await tablesOf<LearningTables>(desk.db)
    .selectFrom('learntOpinions')
    .select((eb) => eb.fn.min('dueAt').as('due'))
    .executeTakeFirst()
  return row?.due ?? null
}

/**
 * Learns from the corrections of one company that is due. Killed in between, nothing of it is kept and the company is
 * still due.
 * @returns how many companies were learnt for: one or none
 */
export async function learnDue(desk: Desk): Promise<number> {
  const now = desk.clock.now()
  return tablesOf<LearningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const due = await trx
        .selectFrom('learntOpinions')
        .select('companyId')
        .where('dueAt', '<=', now)
        .orderBy('dueAt')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (!due) return 0
      const { companyId } = due
      const { learnt, languages, wants } = await learnAll(trx, companyId)
      if (languages.length === 0 && wants.length === 0) {
        await trx.deleteFrom('learntOpinions').where('companyId', '=', companyId).execute()
      } else {
        await trx
          .updateTable('learntOpinions')
          .set({
            dueAt: new Date(now.getTime() + ANEW_MS),
            learntAt: now,
            learnt: JSON.stringify(learnt),
            trials: JSON.stringify(languages),
            wantTrials: JSON.stringify(wants),
          })
          .where('companyId', '=', companyId)
          .execute()
      }
      await emit(trx, companyId, 'mention.changed', { learnt: languages.length + wants.length })
      return 1
    })
}
