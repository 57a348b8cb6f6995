import { membersToTell, rolesThatMay } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { PushTables } from './tables.ts'

export const PUSHES_WORK = 'alert-pushes'

/**
 * Writes down which devices are told of an alert: those of members who asked for it, and may read alerts still. In a
 * practice company too: nobody is told there who did not ask.
 */
export async function planPushes(
  trx: Executor,
  { id: alertId, companyId, level }: { id: string; companyId: string; level: number },
  now: Date,
): Promise<void> {
  const roles = rolesThatMay('listening:read')
  const members = (await membersToTell(trx, companyId)).filter(({ role }) => roles.includes(role))
  if (members.length === 0) return
  const tables = tablesOf<PushTables>(trx)
  const devices = await tables
    .selectFrom('pushDevices')
    .select('id')
    .where('companyId', '=', companyId)
    .where(
      'userId',
      'in',
      members.map(({ userId }) => userId),
    )
    // One that is being removed is not told, and does not make us wait.
    .forKeyShare()
    .skipLocked()
    .execute()
  if (devices.length === 0) return
  await tables
    .insertInto('alertPushes')
    .values(devices.map(({ id: deviceId }) => ({ alertId, level, deviceId, dueAt: now })))
    .onConflict((c) => c.doNothing())
    .execute()
  await wake(trx, PUSHES_WORK)
}
