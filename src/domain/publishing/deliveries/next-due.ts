import { sql } from 'kysely'
import { findChannel } from '#domain/channels/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { PublishingTables } from '../tables.ts'
import { notHeld, notWaiting } from './ledger.ts'
import type { Office } from './claim-delivery.ts'

/** When the next delivery can be taken: due, out of other hands, and its account free. Null when none is planned. */
export async function nextDue({ desk }: Office): Promise<Date | null> {
  const now = desk.clock.now()
  const rows = await tablesOf<PublishingTables>(desk.db)
    .selectFrom('deliveries')
    .select([
      'channelId',
      'companyId',
      sql<Date>`min(greatest(due_at, coalesce(lease_until, due_at)))`.as('due'),
    ])
    .where('state', 'in', ['planned', 'sending'])
    .where(notHeld)
    .where(notWaiting)
    .groupBy(['channelId', 'companyId'])
    .orderBy('due')
    .execute()
  let first: Date | null = null
  for (const { channelId, companyId, due } of rows) {
    if (first && first <= due) break
    const ready = due > now ? due : await readyAt(desk.db, companyId, channelId, now)
    if (!first || ready < first) first = ready
  }
  return first
}

/** An account that is busy or was asked to wait is ready when that ends. */
async function readyAt(
  db: Parameters<typeof findChannel>[0],
  companyId: string,
  channelId: string,
  now: Date,
): Promise<Date> {
  const channel = await findChannel(db, companyId, channelId)
  if (channel?.state !== 'connected') return now
  const times = [now, channel.busyUntil, channel.notBefore].flatMap((time) => time?.getTime() ?? [])
  return new Date(Math.max(...times))
}
