import { sql } from 'kysely'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import type { PlanningTables } from '../tables.ts'
import { lookAfterNext } from './look-after.ts'
import { RECURRENCES_WORK } from './store.ts'

/** Makes the posts of series, a few ahead. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: RECURRENCES_WORK,
      role: 'worker',
      async nextDue() {
        const { due } = await tablesOf<PlanningTables>(desk.db)
          .selectFrom('recurrences')
          .select(sql<Date | null>`min(look_at)`.as('due'))
          .executeTakeFirstOrThrow()
        return due
      },
      runDue: async () => ((await lookAfterNext(desk)) ? 1 : 0),
    },
  ]
}
