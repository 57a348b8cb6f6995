import type { Desk } from '#domain/desk.ts'
import type { Member } from '#domain/governance/index.ts'
import type { Letter } from '#platform/mail/mail.ts'
import type { Language } from '#platform/text.ts'
import { accessLetter } from './access-letter.ts'
import { tasksLetter } from './tasks-letter.ts'
import { waitingLetter } from './waiting-letter.ts'
import type { LetterKind } from './plan-letter.ts'

/** The words of a letter and who gets it. */
export interface Written {
  to: Member[]
  words: (language: Language) => Pick<Letter, 'subject' | 'text'>
}

/** What there is to say now; null when the matter has settled itself meanwhile. */
export type Writer = (desk: Desk, companyId: string, about: string) => Promise<Written | null>

const writers: Record<LetterKind, Writer> = {
  waiting: waitingLetter,
  access: accessLetter,
  tasks: tasksLetter,
}

export const writeLetter = (desk: Desk, companyId: string, kind: string, about: string) =>
  writers[kind as LetterKind]?.(desk, companyId, about) ?? Promise.resolve(null)
