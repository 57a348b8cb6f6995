import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { eraseOld, nextToErase } from './erase-old.ts'
import { KEEPING_WORK } from './keeping.ts'

/** Erases mentions that were kept long enough. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: KEEPING_WORK,
      role: 'worker',
      nextDue: () => nextToErase(desk),
      runDue: () => eraseOld(desk),
    },
  ]
}
