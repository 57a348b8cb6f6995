import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { destroySaltsBefore, oldestSaltDay } from './salts.ts'

const DAY_MS = 86_400_000

export function jobs(desk: Desk): DueWork[] {
  return [
    {
      // Also when no click comes any more: a secret left behind would still open its day.
      name: 'links.salts',
      role: 'worker',
      async nextDue() {
        const day = await oldestSaltDay(desk.db)
        return day ? new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS) : null
      },
      runDue: () => destroySaltsBefore(desk.db, desk.clock.now()),
    },
  ]
}
