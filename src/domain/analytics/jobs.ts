import { nextReading } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { collectNext } from './collect.ts'

/** Reads likes, reposts, replies and followers of every connected account into stored facts. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: 'metrics',
      role: 'worker',
      nextDue: () => nextReading(desk.db, 'metrics'),
      runDue: async () => ((await collectNext(desk)) ? 1 : 0),
    },
  ]
}
