import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { forgetMarks, marksEnd } from './brake.ts'
import { forgetOld, nextToForget } from './forget.ts'

/** Forgets what visitors said once it was kept long enough, and what was counted of addresses. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: 'visits-forget',
      role: 'worker',
      nextDue: () => nextToForget(desk),
      runDue: () => forgetOld(desk),
    },
    {
      name: 'visits-marks',
      role: 'worker',
      nextDue: () => marksEnd(desk.db),
      runDue: () => forgetMarks(desk.db, desk.clock.now()),
    },
  ]
}
