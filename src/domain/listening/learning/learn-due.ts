import { isDeepStrictEqual } from 'node:util'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { takeTurn } from '../turn.ts'
import { learnAll, type Learned } from './learn-all.ts'
import { rereadSoon } from './reread/reread-soon.ts'
import type { LearningTables } from './tables.ts'

/** Corrected mentions may have been forgotten meanwhile: what they taught goes within a day. */
const ANEW_MS = 86_400_000
/** Whoever takes a company up learns within it, or another does it again. */
const LEASE_MS = 120_000

export async function nextToLearn(desk: Desk): Promise<Date | null> {
  const row = await tablesOf<LearningTables>(desk.db)
    .selectFrom('learntOpinions')
    .select((eb) => eb.fn.min('dueAt').as('due'))
    .executeTakeFirst()
  return row?.due ?? null
}

/**
 * Learns from the corrections of one company that is due; nothing is locked while it does. Killed in between, nothing of it
 * is kept and the company is due again once the lease is over.
 * @returns how many companies were learnt for: one or none
 */
export async function learnDue(desk: Desk): Promise<number> {
  const now = desk.clock.now()
  const until = new Date(now.getTime() + LEASE_MS)
  const companyId = await takeDue(desk, now, until)
  if (companyId === undefined) return 0
  const learned = await learnAll(desk.db, companyId)
  await tablesOf<LearningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      // Whatever is heard from here on is read with it, and what was heard before is there to be read anew.
      await takeTurn(trx, companyId)
      if (!(await keep(trx, companyId, learned, { now, until }))) return
      const told = learned.languages.length + learned.wants.length
      await emit(trx, companyId, 'mention.changed', { learnt: told })
    })
  return 1
}

async function takeDue(desk: Desk, now: Date, until: Date): Promise<string | undefined> {
  const row = await tablesOf<LearningTables>(desk.db)
    .updateTable('learntOpinions')
    .set({ dueAt: until })
    .where('companyId', '=', (eb) =>
      eb
        .selectFrom('learntOpinions')
        .select('companyId')
        .where('dueAt', '<=', now)
        .orderBy('dueAt')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning('companyId')
    .executeTakeFirst()
  return row?.companyId
}

/** @returns whether it was kept: not where learning was switched off meanwhile */
async function keep(
  trx: Executor,
  companyId: string,
  { learnt, languages, wants }: Learned,
  { now, until }: { now: Date; until: Date },
): Promise<boolean> {
  const tables = tablesOf<LearningTables>(trx)
  const row = await tables
    .selectFrom('learntOpinions')
    .select(['learnt', 'dueAt'])
    .where('companyId', '=', companyId)
    .where('switchedOff', '=', false)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return false
  const isAskedAgain = row.dueAt?.getTime() !== until.getTime()
  if (languages.length + wants.length === 0 && !isAskedAgain) {
    await tables.deleteFrom('learntOpinions').where('companyId', '=', companyId).execute()
  } else {
    await tables
      .updateTable('learntOpinions')
      .set({
        ...(isAskedAgain ? {} : { dueAt: new Date(now.getTime() + ANEW_MS) }),
        learntAt: now,
        learnt: JSON.stringify(learnt),
        trials: JSON.stringify(languages),
        wantTrials: JSON.stringify(wants),
      })
      .where('companyId', '=', companyId)
      .execute()
  }
  if (!isDeepStrictEqual(row.learnt, learnt)) await rereadSoon(trx, companyId, now)
  return true
}
