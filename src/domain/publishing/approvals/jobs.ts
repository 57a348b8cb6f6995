import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { NOTICES_WORK } from './plan-notices.ts'
import { nextNotice, sendNextNotice } from './send-notices.ts'

/** Letters about approvals, as they fall due. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: NOTICES_WORK,
      role: 'worker',
      nextDue: () => nextNotice(desk),
      runDue: async () => ((await sendNextNotice(desk)) ? 1 : 0),
    },
  ]
}
