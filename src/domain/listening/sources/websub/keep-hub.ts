import { v7 as uuid } from 'uuid'
import type { Hub } from '#connectors/_contract/connector.ts'
import type { Desk } from '#domain/desk.ts'
import { hashToken, randomToken } from '#platform/crypto/tokens.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { ListeningTables } from '../../tables.ts'
import { type FeedSubscription, HUBS_WORK } from './model.ts'
import { sealKeys } from './keys.ts'

/**
 * Follows what a feed says of its hub, in the transaction of the reading: the first time it is to be asked, another
 * hub or address takes the place of the former, none any more ends it. Nothing where nobody outside reaches this desk.
 * @param hub absent when the feed said nothing of it this time
 * @returns the subscription as it stands
 */
export async function keepHub(
  trx: Executor,
  desk: Desk,
  sourceId: string,
  hub: Hub | null | undefined,
  now: Date,
): Promise<FeedSubscription | undefined> {
  const present = await subscriptionOf(trx, sourceId)
  if (hub === undefined) return present
  if (present && present.hub === hub?.hub && present.topic === hub.topic) return present
  if (present) await endSubscription(trx, sourceId, now)
  if (!hub || !desk.publicUrl) return undefined
  const id = uuid()
  const keys = { token: randomToken(), secret: randomToken() }
  await tablesOf<ListeningTables>(trx)
    .insertInto('feedSubscriptions')
    .values({
      id,
      sourceId,
      ...hub,
      tokenHash: hashToken(keys.token),
      sealed: sealKeys(desk, id, keys),
      asked: null,
      askedAt: null,
      asks: 0,
      confirmedAt: null,
      liveSince: null,
      leaseUntil: null,
      toldAt: null,
      denied: null,
      nextAt: now,
    })
    .execute()
  await wake(trx, HUBS_WORK)
  return undefined
}

/** Lets go of a source's hub: it is asked to end, or forgotten at once when it was never asked. */
export async function endSubscription(trx: Executor, sourceId: string, now: Date): Promise<void> {
  await tablesOf<ListeningTables>(trx)
    .updateTable('feedSubscriptions')
    .set({ sourceId: null, nextAt: now, asks: 0 })
    .where('sourceId', '=', sourceId)
    .execute()
  await wake(trx, HUBS_WORK)
}

async function subscriptionOf(
  trx: Executor,
  sourceId: string,
): Promise<FeedSubscription | undefined> {
  return tablesOf<ListeningTables>(trx)
    .selectFrom('feedSubscriptions')
    .selectAll()
    .where('sourceId', '=', sourceId)
    .executeTakeFirst()
}
