import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { PUSHES_WORK } from './plan-pushes.ts'
import { nextPush, sendNextPush } from './send-pushes.ts'

/** Tells the devices of members of alerts. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: PUSHES_WORK,
      role: 'worker',
      nextDue: () => nextPush(desk),
      runDue: async () => ((await sendNextPush(desk)) ? 1 : 0),
    },
  ]
}
