import { nextReading } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { collectNext } from './collect.ts'
import { forgetLent } from './forget-lent.ts'

/** Reads comments, mentions and messages of every connected account, and forgets those that a network only lends. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: 'inbox',
      role: 'worker',
      nextDue: () => nextReading(desk.db, 'inbox'),
      runDue: async () => ((await collectNext(desk)) ? 1 : 0),
    },
    forgetLent(desk),
  ]
}
