import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Sendings } from '#platform/jobs/sendings.ts'
import { noticeFor } from './notice-for.ts'
import { PUSHES_WORK } from './plan-pushes.ts'
import { postNotice } from './post-notice.ts'
import type { PushDevice, PushTables } from './tables.ts'

const FIRST_WAIT_MS = 15_000
const LONGEST_WAIT_MS = 15 * 60_000

/** What tells one device of one level of an alert. */
export interface AlertPush {
  alertId: string
  level: number
  deviceId: string
}

/** The pushes about alerts, tried again only where the push service certainly has not taken one. */
export const alertPushes: Sendings<Desk, AlertPush> = {
  name: PUSHES_WORK,
  table: 'alertPushes',
  key: ['alertId', 'level', 'deviceId'],
  mostTries: 6,
  async send(desk, row) {
    const device = await deviceOf(desk, row.deviceId)
    // It was removed meanwhile, and its pushes with it.
    if (!device) return { outcome: 'gone' }
    const notice = await noticeFor(desk, row, device)
    if (!notice) return { outcome: 'moot' }
    const { outcome, retryAfter } = await postNotice(desk, device, notice)
    if (outcome === 'gone') await forgetDevice(desk, device)
    if (outcome === 'taken') await sentTo(desk, device)
    if (outcome !== 'later') return { outcome }
    const wait = Math.max((retryAfter ?? 0) * 1000, FIRST_WAIT_MS * 2 ** (row.tries - 1))
    return { outcome, againIn: Math.min(wait, LONGEST_WAIT_MS) }
  },
}

/** Removes a device whose push service says it is gone; unless it has subscribed anew meanwhile. */
export async function forgetDevice(desk: Desk, { id, companyId }: PushDevice): Promise<void> {
  await tablesOf<PushTables>(desk.db)
    .deleteFrom('pushDevices')
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .execute()
}

export async function sentTo(desk: Desk, { id, companyId }: PushDevice): Promise<void> {
  await tablesOf<PushTables>(desk.db)
    .updateTable('pushDevices')
    .set({ lastSentAt: desk.clock.now() })
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .execute()
}

function deviceOf(desk: Desk, id: string): Promise<PushDevice | undefined> {
  return tablesOf<PushTables>(desk.db)
    .selectFrom('pushDevices')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
}
