import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { learnDue, nextToLearn } from './learn-due.ts'
import { LEARNING_WORK } from './learn-soon.ts'

/** Learns from what people say of opinions, intents and risks. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: LEARNING_WORK,
      role: 'worker',
      nextDue: () => nextToLearn(desk),
      runDue: () => learnDue(desk),
    },
  ]
}
