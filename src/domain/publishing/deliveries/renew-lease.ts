import { claimChannel, releaseChannel } from '#domain/channels/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { PublishingTables } from '../tables.ts'
import type { Claimed, Office } from './claim-delivery.ts'
import type { Fence } from './fence.ts'

/**
 * Says that the worker is alive: the delivery and its account stay in its hands for another lease. Should the
 * lease have ended meanwhile (the machine slept), the fence closes: somebody else may have taken over.
 */
export async function renewLease(
  { desk, timings }: Office,
  { delivery, channel, owner }: Claimed,
  fence: Fence,
): Promise<void> {
  const now = desk.clock.now()
  const leaseUntil = new Date(now.getTime() + timings.lease)
  try {
    const renewed = await tablesOf<PublishingTables>(desk.db)
      .transaction()
      .execute(async (trx) => {
        const row = await trx
          .updateTable('deliveries')
          .set({ leaseUntil })
          .where('id', '=', delivery.id)
          .where('leaseOwner', '=', owner)
          .where('leaseUntil', '>', now)
          .returning('id')
          .executeTakeFirst()
        if (!row) return false
        // Given back and taken again in one transaction: nobody sees it free.
        await releaseChannel(trx, channel.id)
        await claimChannel(trx, channel.id, now, timings.lease)
        return true
      })
    if (renewed) fence.moveTo(leaseUntil)
    else fence.close()
  } catch (error) {
    // The database does not answer: the lease runs out, and the fence with it.
    desk.log.warn({ error: String(error), delivery: delivery.id }, 'a lease could not be renewed')
  }
}
