import type { Desk } from '#domain/desk.ts'
import { accessLetter } from './access-letter.ts'
import type { LetterKind } from './plan-letter.ts'
import { tasksLetter } from './tasks-letter.ts'
import { waitingLetter } from './waiting-letter.ts'
import type { Writer } from './writer.ts'

const writers: Record<LetterKind, Writer> = {
  waiting: waitingLetter,
  access: accessLetter,
  tasks: tasksLetter,
}

export const writeLetter = (desk: Desk, companyId: string, kind: string, about: string) =>
  writers[kind as LetterKind]?.(desk, companyId, about) ?? Promise.resolve(null)
