import type { Desk } from '#domain/desk.ts'
import { sendLetter, type Sendings } from '#platform/jobs/sendings.ts'
import { letterFor } from './letter-for.ts'
import { NOTICES_WORK } from './plan-notices.ts'
import type { Notice } from './tables.ts'

const MINUTE = 60_000

/** The letters about approvals. One that is lost is lost; the screen shows what waits all the same. */
export const approvalNotices: Sendings<Desk, Notice> = {
  name: NOTICES_WORK,
  table: 'approvalNotices',
  key: ['id'],
  mostTries: 5,
  async send(desk, notice) {
    const letter = await letterFor(desk, notice)
    if (typeof letter === 'string') return { outcome: letter }
    return sendLetter(desk.mail, letter, 5 ** notice.tries * MINUTE)
  },
}
