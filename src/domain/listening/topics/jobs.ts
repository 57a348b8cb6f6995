import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { fillTerms, nextUnread, TERMS_WORK } from './fill-terms.ts'

/** Reads what mentions speak of where nobody has yet. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: TERMS_WORK,
      role: 'worker',
      nextDue: () => nextUnread(desk),
      runDue: () => fillTerms(desk),
    },
  ]
}
