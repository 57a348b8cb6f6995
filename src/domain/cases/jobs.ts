import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { sendingsWork } from '#platform/jobs/sendings.ts'
import { caseLetters } from './letters.ts'

/** Writes to people of the leads and cases they were given. */
export const jobs = (desk: Desk): DueWork[] => [sendingsWork(desk, caseLetters)]
