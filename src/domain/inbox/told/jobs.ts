import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { TOLD } from './keep-events.ts'
import { nextTold, workOnNext } from './work-on.ts'

/** Works on what networks told, and forgets it in the end. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: TOLD,
      role: 'worker',
      nextDue: () => nextTold(desk),
      runDue: async () => ((await workOnNext(desk)) ? 1 : 0),
    },
  ]
}
