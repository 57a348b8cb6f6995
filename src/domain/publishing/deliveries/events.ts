import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Subscription } from '#platform/events/dispatch.ts'
import type { DeskEvent } from '#platform/events/outbox.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { PublishingTables } from '../tables.ts'
import { DELIVERIES_WORK } from './ledger.ts'

/**
 * An account that is connected again can be read back again: what nobody knew of it is found out at once. What
 * should have left meanwhile waits for a person, who may no longer want it.
 */
export function subscriptions(desk: Desk): Subscription[] {
  return [
    {
      event: 'channel.connected',
      handle: (trx, event) => checkAgain(trx, event, desk.clock.now()),
    },
  ]
}

async function checkAgain(
  trx: Executor,
  { companyId, payload }: DeskEvent,
  now: Date,
): Promise<void> {
  await tablesOf<PublishingTables>(trx)
    .updateTable('deliveries')
    .set({ state: 'sending', dueAt: now, checks: 0, failure: null, updatedAt: now })
    .where('companyId', '=', companyId)
    .where('channelId', '=', String(payload['channelId']))
    .where('state', '=', 'unknown')
    .where('mustConfirm', '=', true)
    .execute()
  await wake(trx, DELIVERIES_WORK)
}
