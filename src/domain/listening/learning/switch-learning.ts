import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Actor } from '#platform/http/route.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { LearningInput, LearningView } from './api.ts'
import { takeTurn } from '../turn.ts'
import { LEARNING_WORK, nothingLearnt } from './learn-soon.ts'
import { learningOf } from './learnt-by.ts'
import { rereadSoon } from './reread/reread-soon.ts'
import type { LearningTables } from './tables.ts'

/**
 * Has the company's corrections learnt from, or no longer: what they had taught is let go at once then, and the corrections
 * are kept. Switched on, they are learnt from anew.
 */
export async function switchLearning(
  desk: Desk,
  actor: Actor,
  { on }: LearningInput,
): Promise<LearningView> {
  const { companyId } = actor
  const at = desk.clock.now()
  await tablesOf<LearningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await takeTurn(trx, companyId)
      const isOther = on ? await switchOn(trx, companyId, at) : await switchOff(trx, companyId)
      if (!isOther) return
      if (!on) await rereadSoon(trx, companyId, at)
      const subject = `company:${companyId}`
      const action = on ? ('mention.learning-on' as const) : ('mention.learning-off' as const)
      await audit(trx, { companyId, at, actor: actor.id, action, subject })
      await emit(trx, companyId, 'mention.changed', { learning: on })
    })
  return learningOf(desk.db, companyId)
}

/** @returns whether it was off */
async function switchOn(trx: Executor, companyId: string, dueAt: Date): Promise<boolean> {
  const row = await tablesOf<LearningTables>(trx)
    .updateTable('learntOpinions')
    .set({ switchedOff: false, dueAt })
    .where('companyId', '=', companyId)
    .where('switchedOff', '=', true)
    .returning('companyId')
    .executeTakeFirst()
  await wake(trx, LEARNING_WORK)
  return row !== undefined
}

/** @returns whether it was on */
async function switchOff(trx: Executor, companyId: string): Promise<boolean> {
  const off = { switchedOff: true, dueAt: null, ...nothingLearnt }
  const row = await tablesOf<LearningTables>(trx)
    .insertInto('learntOpinions')
    .values({ companyId, ...off })
    .onConflict((c) =>
      c.column('companyId').doUpdateSet(off).where('learntOpinions.switchedOff', '=', false),
    )
    .returning('companyId')
    .executeTakeFirst()
  return row !== undefined
}
