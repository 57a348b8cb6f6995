import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { nextToTell, TELL_WORK, tellNext } from './tell.ts'

/** Writes to people of the mentions put in their charge. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: TELL_WORK,
      role: 'worker',
      nextDue: () => nextToTell(desk),
      runDue: async () => ((await tellNext(desk)) ? 1 : 0),
    },
  ]
}
