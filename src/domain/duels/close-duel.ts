import { sql } from 'kysely'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { firstDue } from '#platform/jobs/first-due.ts'
import { stillToCome } from './poll-time.ts'
import { sourcesOf } from './sources.ts'
import type { Duel, DuelsTables } from './tables.ts'

/** The name under which the closer is woken. */
export const DUELS_WORK = 'duels'

/**
 * Closes the duel that is over first; its secret and all marks of addresses go with it. One that is asked by polls waits
 * for their last word. @returns whether there was one
 */
export async function closeNext(desk: Desk): Promise<boolean> {
  const now = desk.clock.now()
  return tablesOf<DuelsTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const due = await trx
        .selectFrom('duels')
        .selectAll()
        .where('closedAt', 'is', null)
        .$call((rows) => firstDue(rows, 'closesAt', now))
        .executeTakeFirst()
      if (!due) return false
      const wait = await stillToCome(trx, due, now)
      if (wait)
        await trx.updateTable('duels').set({ closesAt: wait }).where('id', '=', due.id).execute()
      else await close(trx, due, now)
      return true
    })
}

/** Before its time, when a person has seen enough. Nothing happens to one that is closed. */
export async function closeNow(desk: Desk, companyId: string, id: string): Promise<void> {
  const now = desk.clock.now()
  await tablesOf<DuelsTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const open = await trx
        .selectFrom('duels')
        .selectAll()
        .where('companyId', '=', companyId)
        .where('id', '=', id)
        .where('closedAt', 'is', null)
        .forUpdate()
        .executeTakeFirst()
      if (open) await close(trx, open, now)
    })
  await wake(desk.db, DUELS_WORK)
}

export async function nextClosing(db: Executor): Promise<Date | null> {
  const row = await tablesOf<DuelsTables>(db)
    .selectFrom('duels')
    .select(sql<Date | null>`min(closes_at)`.as('due'))
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return row?.due ?? null
}

async function close(trx: Executor, duel: Duel, now: Date): Promise<void> {
  const { id, companyId, way } = duel
  const tables = tablesOf<DuelsTables>(trx)
  await tables
    .updateTable('duels')
    .set({
      closedAt: now,
      salt: null,
      ...(way === 'poll' ? { counted: JSON.stringify(await sourcesOf(trx, duel)) } : {}),
    })
    .where('id', '=', id)
    .execute()
  await tables
    .updateTable('duelVotes')
    .set({ addressMark: null })
    .where('duelId', '=', id)
    .execute()
  await emit(trx, companyId, 'duel.closed', { duelId: id })
}
