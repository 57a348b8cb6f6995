import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Channel } from './model.ts'
import type { ChannelsTables } from './tables.ts'

/**
 * Takes the account for one request that writes. The row is both its lock and its rate limiter: only one holder
 * at a time, never while the network asked us to wait, and given back by itself when the holder dies.
 * @param leaseMs how long the holder may be silent before somebody else may take it
 * @returns the channel, or null when it is busy, must wait, or is not connected
 */
export async function claimChannel(
  db: Executor,
  channelId: string,
  now: Date,
  leaseMs: number,
): Promise<Channel | null> {
  const row = await tablesOf<ChannelsTables>(db)
    .updateTable('channels')
    .set({ busyUntil: new Date(now.getTime() + leaseMs) })
    .where('id', '=', channelId)
    .where('state', '=', 'connected')
    .where((eb) => eb.or([eb('busyUntil', 'is', null), eb('busyUntil', '<=', now)]))
    .where((eb) => eb.or([eb('notBefore', 'is', null), eb('notBefore', '<=', now)]))
    .returningAll()
    .executeTakeFirst()
  return row ?? null
}

/** Gives the account back. @param notBefore no request that writes before this instant */
export async function releaseChannel(
  db: Executor,
  channelId: string,
  notBefore: Date | null = null,
): Promise<void> {
  await tablesOf<ChannelsTables>(db)
    .updateTable('channels')
    .set({ busyUntil: null, ...(notBefore ? { notBefore } : {}) })
    .where('id', '=', channelId)
    .execute()
}
