import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { PublishingTables } from '../tables.ts'
import { letterFor } from './letter-for.ts'
import type { Notice } from './tables.ts'

const MOST_TRIES = 5
const MINUTE = 60_000

/**
 * Sends one letter that is due. It is committed that it leaves before it does: killed in between, the letter is
 * perhaps lost and never sent twice; the screen shows what waits all the same.
 * @returns whether there was one
 */
export async function sendNextNotice(desk: Desk): Promise<boolean> {
  const notice = await take(desk)
  if (!notice) return false
  const letter = await letterFor(desk, notice)
  if (typeof letter === 'string') {
    await close(desk, notice, letter)
    return true
  }
  const posted = await desk.mail.send(letter)
  if (posted.outcome === 'later' && notice.tries < MOST_TRIES) await again(desk, notice)
  else await close(desk, notice, posted.outcome)
  return true
}

/** When the next letter is due; null when there is none. */
export async function nextNotice(desk: Desk): Promise<Date | null> {
  const row = await tablesOf<PublishingTables>(desk.db)
    .selectFrom('approvalNotices')
    .select((eb) => eb.fn.min('dueAt').as('due'))
    .where('takenAt', 'is', null)
    .executeTakeFirst()
  return row?.due ?? null
}

async function take(desk: Desk): Promise<Notice | undefined> {
  const now = desk.clock.now()
  return tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const due = await trx
        .selectFrom('approvalNotices')
        .select('id')
        .where('takenAt', 'is', null)
        .where('dueAt', '<=', now)
        .orderBy('dueAt')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (!due) return undefined
      return trx
        .updateTable('approvalNotices')
        .set((eb) => ({ takenAt: now, tries: eb('tries', '+', 1) }))
        .where('id', '=', due.id)
        .returningAll()
        .executeTakeFirst()
    })
}

/** The server took nothing: it is tried again, later each time. */
async function again(desk: Desk, { id, tries }: Notice): Promise<void> {
  const dueAt = new Date(desk.clock.now().getTime() + 5 ** tries * MINUTE)
  await tablesOf<PublishingTables>(desk.db)
    .updateTable('approvalNotices')
    .set({ takenAt: null, dueAt })
    .where('id', '=', id)
    .execute()
}

async function close(desk: Desk, { id }: Notice, outcome: string): Promise<void> {
  await tablesOf<PublishingTables>(desk.db)
    .updateTable('approvalNotices')
    .set({ outcome })
    .where('id', '=', id)
    .execute()
}
