import { sql } from 'kysely'
import { findChannel } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Subscription } from '#platform/events/dispatch.ts'
import type { DeskEvent } from '#platform/events/outbox.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { LETTERS_WORK } from './mailings.ts'
import type { SubscribersTables } from './tables.ts'

/**
 * A crisis holds the letters of a mailing that have not left yet: the post itself left when the first of them did, and
 * the ledger holds it no more. Once every crisis that concerns it is lifted, the mailing goes on.
 */
export function subscriptions(_desk: Desk): Subscription[] {
  return [
    { event: 'crisis.on', handle: hold },
    { event: 'crisis.off', handle: letGo },
  ]
}

async function hold(trx: Executor, { companyId, payload }: DeskEvent): Promise<void> {
  const crisis = String(payload['crisisId'])
  const mailings = tablesOf<SubscribersTables>(trx)
  const running = await mailings
    .selectFrom('mailings')
    .select(['id', 'channelId'])
    .where('companyId', '=', companyId)
    .where('dueAt', 'is not', null)
    .where(sql<boolean>`not (${crisis}::uuid = any(held_by))`)
    .execute()
  for (const { id, channelId } of running) {
    if (!(await concerns(trx, companyId, channelId, payload))) continue
    await mailings
      .updateTable('mailings')
      .set({ heldBy: sql<string[]>`array_append(held_by, ${crisis}::uuid)` })
      .where('id', '=', id)
      .execute()
  }
}

/** Which campaign a mailing is of is not known here: a crisis of one holds them all. */
async function concerns(
  trx: Executor,
  companyId: string,
  channelId: string,
  { scope, target }: DeskEvent['payload'],
): Promise<boolean> {
  if (scope === 'account') return target === channelId
  if (scope !== 'network') return true
  return (await findChannel(trx, companyId, channelId))?.connectorId === target
}

async function letGo(trx: Executor, { companyId, payload }: DeskEvent): Promise<void> {
  const crisis = String(payload['crisisId'])
  await tablesOf<SubscribersTables>(trx)
    .updateTable('mailings')
    .set({ heldBy: sql<string[]>`array_remove(held_by, ${crisis}::uuid)` })
    .where('companyId', '=', companyId)
    .execute()
  await wake(trx, LETTERS_WORK)
}
