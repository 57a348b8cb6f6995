import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { nextMailing } from './claim-mailing.ts'
import { LETTERS_WORK } from './mailings.ts'
import { sendLetters } from './send-letters.ts'

/** Sends the letters that wait. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: LETTERS_WORK,
      role: 'worker',
      nextDue: () => nextMailing(desk.db),
      runDue: () => sendLetters(desk),
    },
  ]
}
