import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { noticeFor } from './notice-for.ts'
import { type Posted, postNotice } from './post-notice.ts'
import type { PushDevice, PushTables } from './tables.ts'

const MOST_TRIES = 6
const FIRST_WAIT_MS = 15_000
const LONGEST_WAIT_MS = 15 * 60_000

interface Taken {
  alertId: string
  level: number
  deviceId: string
  tries: number
}

/** When the next push is due; null when there is none. */
export async function nextPush(desk: Desk): Promise<Date | null> {
  const row = await tablesOf<PushTables>(desk.db)
    .selectFrom('alertPushes')
    .select((eb) => eb.fn.min('dueAt').as('due'))
    .where('takenAt', 'is', null)
    .executeTakeFirst()
  return row?.due ?? null
}

/**
 * Sends one push that is due. As with letters it is committed that it leaves before it does: killed in between, this one
 * is perhaps lost and never sent twice. It is tried again only where the push service certainly has not taken it.
 * @returns whether there was one
 */
export async function sendNextPush(desk: Desk): Promise<boolean> {
  const taken = await take(desk)
  if (!taken) return false
  const device = await deviceOf(desk, taken.deviceId)
  // It was removed meanwhile, and its pushes with it.
  if (!device) return true
  const notice = await noticeFor(desk, taken, device)
  if (!notice) await put(desk, taken, { outcome: 'moot' })
  else await keep(desk, taken, device, await postNotice(desk, device, notice))
  return true
}

/** Writes down what came of a sending; a device that its push service does not know any more is removed. */
async function keep(
  desk: Desk,
  taken: Taken,
  device: PushDevice,
  { outcome, retryAfter }: Posted,
): Promise<void> {
  const now = desk.clock.now()
  if (outcome === 'gone') return forgetDevice(desk, device)
  if (outcome === 'taken') await sentTo(desk, device)
  if (outcome === 'later' && taken.tries < MOST_TRIES) {
    const wait = Math.max((retryAfter ?? 0) * 1000, FIRST_WAIT_MS * 2 ** (taken.tries - 1))
    const dueAt = new Date(now.getTime() + Math.min(wait, LONGEST_WAIT_MS))
    await put(desk, taken, { takenAt: null, dueAt })
  } else await put(desk, taken, { outcome })
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

async function take(desk: Desk): Promise<Taken | undefined> {
  const now = desk.clock.now()
  return tablesOf<PushTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const due = await trx
        .selectFrom('alertPushes')
        .select(['alertId', 'level', 'deviceId'])
        .where('takenAt', 'is', null)
        .where('dueAt', '<=', now)
        .orderBy('dueAt')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (!due) return undefined
      return trx
        .updateTable('alertPushes')
        .set((eb) => ({ takenAt: now, tries: eb('tries', '+', 1) }))
        .where('alertId', '=', due.alertId)
        .where('level', '=', due.level)
        .where('deviceId', '=', due.deviceId)
        .returning(['alertId', 'level', 'deviceId', 'tries'])
        .executeTakeFirst()
    })
}

async function put(
  desk: Desk,
  { alertId, level, deviceId }: Taken,
  set: { takenAt?: null; dueAt?: Date; outcome?: string },
): Promise<void> {
  await tablesOf<PushTables>(desk.db)
    .updateTable('alertPushes')
    .set(set)
    .where('alertId', '=', alertId)
    .where('level', '=', level)
    .where('deviceId', '=', deviceId)
    .execute()
}
