import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { learnAll } from './learn-all.ts'
import type { LearningTables } from './tables.ts'

/** Corrected mentions may have been forgotten meanwhile: what they taught goes within a day. */
const ANEW_MS = 86_400_000

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
        .where('switchedOff', '=', false)
        .orderBy('dueAt')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (!due) return 0
      const told = await learnFor(trx, due.companyId, now)
      await emit(trx, due.companyId, 'mention.changed', { learnt: told })
      return 1
    })
}

/** @returns how many languages, intents and risks were corrected */
async function learnFor(trx: Executor, companyId: string, now: Date): Promise<number> {
  const tables = tablesOf<LearningTables>(trx)
  const { learnt, languages, wants } = await learnAll(trx, companyId)
  const told = languages.length + wants.length
  if (told === 0) {
    await tables.deleteFrom('learntOpinions').where('companyId', '=', companyId).execute()
    return told
  }
  await tables
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
  return told
}
