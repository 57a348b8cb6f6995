import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { closeNext, DUELS_WORK, nextClosing } from './close-duel.ts'

/** Closes duels when their time is over. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: DUELS_WORK,
      role: 'worker',
      nextDue: () => nextClosing(desk.db),
      runDue: async () => Number(await closeNext(desk)),
    },
  ]
}
