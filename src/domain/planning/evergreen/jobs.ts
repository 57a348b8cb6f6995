import { sql } from 'kysely'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { inOneTransaction } from '#platform/db/join-transaction.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { firstDue } from '#platform/jobs/first-due.ts'
import { lockQueue, SHELF_WORK } from '../slots/store.ts'
import type { PlanningTables } from '../tables.ts'
import { fillSlots } from './fill-slots.ts'

const HOUR = 3_600_000

/** Looks each hour whether slots kept for a shelf are free in the coming days. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: SHELF_WORK,
      role: 'worker',
      async nextDue() {
        const { due } = await tablesOf<PlanningTables>(desk.db)
          .selectFrom('shelfLooks')
          .select(sql<Date | null>`min(look_at)`.as('due'))
          .executeTakeFirstOrThrow()
        return due
      },
      runDue: async () => ((await lookAtNext(desk)) ? 1 : 0),
    },
  ]
}

/** All in one transaction: a desk that dies in the middle has put nothing anywhere. */
async function lookAtNext(desk: Desk): Promise<boolean> {
  const now = desk.clock.now()
  const again = new Date(now.getTime() + HOUR)
  // Put off before it is done: one that cannot be looked at must not keep the others waiting.
  const due = await tablesOf<PlanningTables>(desk.db)
    .updateTable('shelfLooks')
    .set({ lookAt: again })
    .where('companyId', 'in', (eb) =>
      eb
        .selectFrom('shelfLooks')
        .select('companyId')
        .$call((rows) => firstDue(rows, 'lookAt', now)),
    )
    .returning('companyId')
    .executeTakeFirst()
  if (!due) return false
  await inOneTransaction(desk, async (within) => {
    await lockQueue(within.db, due.companyId)
    if (await fillSlots(within, due.companyId)) return
    await tablesOf<PlanningTables>(within.db)
      .deleteFrom('shelfLooks')
      .where('companyId', '=', due.companyId)
      // Somebody has put something on the shelf meanwhile.
      .where('lookAt', '=', again)
      .execute()
  })
  return true
}
