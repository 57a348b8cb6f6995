import type { Desk } from '#domain/desk.ts'
import type { Executor } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { AlertView } from './api.ts'
import { planLetters } from './letters/plan-letters.ts'
import { planPushes } from './push/plan-pushes.ts'

/** What is told of an alert, at one of its levels. */
export interface ToTell extends Pick<
  AlertView,
  'id' | 'subject' | 'scale' | 'risk' | 'count' | 'expected' | 'level'
> {
  companyId: string
  queryId: string | null
  queryName: string
}

/** Tells an alert to the rest of the desk, to programs, by letter and on devices: in the transaction that writes it down. */
export async function tell(desk: Desk, trx: Executor, alert: ToTell, now: Date): Promise<void> {
  const { id, companyId, expected, level, ...what } = alert
  await emit(trx, companyId, level > 1 ? 'alert.grew' : 'alert.raised', {
    alertId: id,
    ...what,
    expected: Math.round(expected * 10) / 10,
    level,
  })
  await planLetters(desk, trx, { id, companyId, level }, now)
  await planPushes(trx, { id, companyId, level }, now)
}
