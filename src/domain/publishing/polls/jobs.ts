import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { nextPoll } from './claim-poll.ts'
import { readNextPoll } from './read-poll.ts'

/** Reads the votes of polls until each has ended. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: 'polls',
      role: 'worker',
      nextDue: () => nextPoll(desk.db),
      runDue: async () => Number(await readNextPoll(desk)),
    },
  ]
}
