import type { Desk } from '#domain/desk.ts'
import { sendLetter, type Sendings } from '#platform/jobs/sendings.ts'
import { type AlertLetter, letterFor } from './letter-for.ts'
import { LETTERS_WORK } from './plan-letters.ts'

const MINUTE = 60_000

/** The letters about alerts. One that is lost is lost; the desk shows the alert all the same. */
export const alertLetters: Sendings<Desk, AlertLetter> = {
  name: LETTERS_WORK,
  table: 'alertLetters',
  key: ['alertId', 'level', 'userId'],
  mostTries: 5,
  async send(desk, row) {
    const letter = await letterFor(desk, row)
    if (!letter) return { outcome: 'moot' }
    return sendLetter(desk.mail, letter, 2 ** row.tries * MINUTE)
  },
}
