import type { Tools } from '#connectors/_contract/connector.ts'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { asJson } from '#platform/db/storable.ts'
import type { PublishingTables } from '../tables.ts'
import type { Claimed } from './claim-delivery.ts'

/**
 * Writes down what a connector wants to know at the next attempt, committed before its next request leaves.
 * @throws Error when the delivery is in other hands by now: nothing more is to be sent
 */
export function keeperOf(desk: Desk, { delivery, owner }: Claimed): NonNullable<Tools['keep']> {
  return async (facts) => {
    const row = await tablesOf<PublishingTables>(desk.db)
      .updateTable('deliveries')
      .set({ kept: asJson(facts) })
      .where('id', '=', delivery.id)
      .where('leaseOwner', '=', owner)
      .returning('id')
      .executeTakeFirst()
    if (!row) throw new Error('the delivery is no longer in these hands')
  }
}
