import type { Desk } from '#domain/desk.ts'
import type { Member } from '#domain/governance/index.ts'
import type { Letter } from '#platform/mail/mail.ts'
import type { Language } from '#platform/text.ts'

/** The words of a letter and who gets it. */
export interface Written {
  to: Member[]
  words: (language: Language) => Pick<Letter, 'subject' | 'text'>
}

/** What there is to say now; null when the matter has settled itself meanwhile. */
export type Writer = (desk: Desk, companyId: string, about: string) => Promise<Written | null>
