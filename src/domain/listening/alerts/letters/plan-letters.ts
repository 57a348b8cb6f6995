import type { Desk } from '#domain/desk.ts'
import { companyOf, membersToTell, rolesThatMay } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { alertSettings } from '../settings.ts'
import type { AlertsTables } from '../tables.ts'

export const LETTERS_WORK = 'alert-letters'

/** Writes down who gets a letter about an alert: whoever may act on it. A practice company writes to nobody. */
export async function planLetters(
  desk: Desk,
  trx: Executor,
  alert: { id: string; companyId: string; level: number },
  now: Date,
): Promise<void> {
  const { companyId, id: alertId, level } = alert
  const [{ practice }, { byMail }] = await Promise.all([
    companyOf(trx, companyId),
    alertSettings(trx, companyId),
  ])
  if (practice || !byMail || !desk.mail.ready) return
  const roles = rolesThatMay('listening:write')
  const members = (await membersToTell(trx, companyId)).filter(({ role }) => roles.includes(role))
  if (members.length === 0) return
  await tablesOf<AlertsTables>(trx)
    .insertInto('alertLetters')
    .values(members.map(({ userId }) => ({ alertId, level, userId, dueAt: now })))
    .onConflict((c) => c.doNothing())
    .execute()
  await wake(trx, LETTERS_WORK)
}
