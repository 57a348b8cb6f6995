import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { firstDue, isFree } from '#platform/jobs/first-due.ts'
import type { Channel } from './model.ts'
import type { ChannelsTables } from './tables.ts'

/** What is read from an account on a schedule; each has its own next time, all share one lease. */
export type Reading = 'check' | 'inbox' | 'metrics'

const column = { check: 'nextCheckAt', inbox: 'nextInboxAt', metrics: 'nextMetricsAt' } as const
const LEASE_MS = 2 * 60_000

/**
 * Takes the next account due for a reading; null when none is. Given back by `scheduleReading`, or by time. Its next time
 * is put to the end of the lease: whoever asks to be read sooner meanwhile (`readSoon`) leaves an earlier one there.
 */
export async function claimReading(
  db: Executor,
  reading: Reading,
  now: Date,
): Promise<Channel | null> {
  const channels = tablesOf<ChannelsTables>(db)
  const leaseUntil = new Date(now.getTime() + LEASE_MS)
  const due = channels
    .selectFrom('channels')
    .select('id')
    .where('state', '=', 'connected')
    .where(isFree(now, 'collectLeaseUntil'))
    .$call((rows) => firstDue(rows, column[reading], now))
  const row = await channels
    .updateTable('channels')
    .set({ collectLeaseUntil: leaseUntil, [column[reading]]: leaseUntil })
    .where('id', 'in', due)
    .returningAll()
    .executeTakeFirst()
  return row ?? null
}

/**
 * Gives the account back and says when to read it next: at once when it was asked for while the reading was under way,
 * for what came too late to be in it.
 * @param cursor where the inbox was read to
 * @param firm not before that instant, whatever was asked for
 */
export async function scheduleReading(
  db: Executor,
  channelId: string,
  reading: Reading,
  next: Date,
  { cursor, firm = false }: { cursor?: string | undefined; firm?: boolean } = {},
): Promise<void> {
  const own = sql.ref(column[reading])
  const given = await tablesOf<ChannelsTables>(db)
    .updateTable('channels')
    .set({
      [column[reading]]: firm
        ? next
        : sql<Date>`case when ${own} < collect_lease_until then ${own} else ${next} end`,
      collectLeaseUntil: null,
      ...(cursor === undefined ? {} : { inboxCursor: cursor }),
    })
    .where('id', '=', channelId)
    .returning(['nextCheckAt', 'nextInboxAt', 'nextMetricsAt'])
    .executeTakeFirst()
  if (!given) return
  // Another reading may have found the account taken: it looks again now, not when it next wakes by itself.
  for (const other of ['check', 'inbox', 'metrics'] as const) {
    if (other !== reading && given[column[other]] < next) await wake(db, other)
  }
}

/** When the next account falls due for a reading; null when there is none. */
export async function nextReading(db: Executor, reading: Reading): Promise<Date | null> {
  const row = await tablesOf<ChannelsTables>(db)
    .selectFrom('channels')
    .select((eb) => eb.fn.min(eb.fn('greatest', [column[reading], 'collectLeaseUntil'])).as('due'))
    .where('state', '=', 'connected')
    .executeTakeFirst()
  return (row?.due as Date | null | undefined) ?? null
}
