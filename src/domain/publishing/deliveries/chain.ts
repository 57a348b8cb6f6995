import type { Outgoing } from '#connectors/_contract/connector.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Delivery, PublishingTables } from '../tables.ts'
import { giveUpAfter } from './ledger.ts'

/**
 * What a part of a thread, or a first comment, answers on the network.
 * @returns undefined when it follows nothing; null when nobody knows where that is
 */
export async function whatItFollows(
  db: Executor,
  { afterId }: Pick<Delivery, 'afterId'>,
): Promise<Outgoing['replyTo'] | null> {
  if (!afterId) return undefined
  const before = await tablesOf<PublishingTables>(db)
    .selectFrom('deliveries')
    .select(['remoteId', 'remoteData'])
    .where('id', '=', afterId)
    .executeTakeFirst()
  if (!before?.remoteId) return null
  const { remoteId, remoteData } = before
  return { remoteId, ...(remoteData ? { data: remoteData } : {}) }
}

/**
 * A delivery is on the network: what waits for it may leave now, however long it had to wait.
 * In the transaction that makes it so.
 */
export async function letFollow(trx: Executor, id: string, now: Date): Promise<void> {
  await tablesOf<PublishingTables>(trx)
    .updateTable('deliveries')
    .set((eb) => ({
      giveUpAt: eb.fn<Date>('greatest', ['giveUpAt', eb.val(giveUpAfter(now))]),
      updatedAt: now,
    }))
    .where('afterId', '=', id)
    .where('state', '=', 'planned')
    .execute()
}

/** A delivery will not leave: neither will what follows it. In the transaction that makes it so. */
export async function cancelFollowing(
  trx: Executor,
  { postId, channelId, kind, part }: Delivery,
  now: Date,
): Promise<void> {
  if (!postId || kind === 'comment') return
  await tablesOf<PublishingTables>(trx)
    .updateTable('deliveries')
    .set({ state: 'cancelled', failure: null, updatedAt: now })
    .where('postId', '=', postId)
    .where('channelId', '=', channelId)
    .where('part', '>', part)
    .where('state', 'in', ['planned', 'failed'])
    .where('mustConfirm', '=', false)
    .execute()
}
