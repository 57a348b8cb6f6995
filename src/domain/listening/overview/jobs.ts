import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { countDueHours } from './count-hours.ts'
import type { OverviewTables } from './tables.ts'

/** Counts the hours that changed, so that whoever opens the overview finds little left to count. */
export function jobs(desk: Desk): DueWork[] {
  const waiting = () =>
    tablesOf<OverviewTables>(desk.db)
      .selectFrom('mentionHoursDue')
      .select('companyId')
      .limit(1)
      .executeTakeFirst()
  return [
    {
      name: 'listening-hours',
      role: 'worker',
      // Nobody waits for it: it looks whenever the loop wakes by itself.
      nextDue: async () => null,
      async runDue() {
        const next = await waiting()
        return next ? countDueHours(desk, next.companyId) : 0
      },
    },
  ]
}
