import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { learnDue, nextToLearn } from './learn-due.ts'
import { LEARNING_WORK } from './learn-soon.ts'
import { nextToReread, rereadDue } from './reread/reread-due.ts'
import { REREAD_WORK } from './reread/reread-soon.ts'

/** Learns from what people say of opinions, intents and risks, and reads the latest mentions anew with it. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: LEARNING_WORK,
      role: 'worker',
      nextDue: () => nextToLearn(desk),
      runDue: () => learnDue(desk),
    },
    {
      name: REREAD_WORK,
      role: 'worker',
      nextDue: () => nextToReread(desk),
      runDue: () => rereadDue(desk),
    },
  ]
}
