import { connectorOf, findChannel, refuseOtherAccounts } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notAllowed, notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { DeliveryView } from './api.ts'
import { accountClosed, notNow } from '../errors.ts'
import { actionsOn } from '../model.ts'
import type { Delivery, PublishingTables } from '../tables.ts'
import { cancelFollowing, letFollow } from './chain.ts'
import { DELIVERIES_WORK, giveUpAfter, tell } from './ledger.ts'

/** `release` is decided elsewhere, with others that wait. */
export type Action = Exclude<DeliveryView['actions'][number], 'release'>

/**
 * What a person decides about a delivery that the desk could not finish by itself.
 *
 * - `retry`: send it now. For an unknown one the person says by it that it did not leave.
 * - `check-again`: read the network back; if it is certainly not there, it is sent.
 * - `mark-published`: it is there; `url` is where.
 * - `cancel`: it shall not leave, nor what follows it.
 *
 * @throws Problem when that is no longer possible, the account must be connected again first, or the person may not answer
 */
export async function decideByHand(
  desk: Desk,
  actor: Actor,
  id: string,
  action: Action,
  url?: string,
): Promise<Delivery> {
  const { companyId } = actor
  return tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const delivery = await hold(trx, companyId, id)
      // Whoever may not answer people may not have an answer sent again either.
      if (delivery.kind === 'reply' && !actor.scopes.has('inbox:write'))
        throw new Problem(notAllowed, { scope: 'inbox:write' })
      await refuseOtherAccounts(trx, actor, [{ ...delivery, pointer: '/id' }])
      if (!actionsOn(delivery).includes(action)) throw new Problem(notNow)
      if (action === 'retry' || action === 'check-again') await refuseClosedAccount(trx, delivery)
      const now = desk.clock.now()
      const changed = await trx
        .updateTable('deliveries')
        .set({
          ...changeFor(action, now, url),
          ...(url ? { remoteId: await idIn(trx, desk, delivery, url) } : {}),
          updatedAt: now,
        })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow()
      if (action === 'cancel') await cancelFollowing(trx, delivery, now)
      if (action === 'mark-published') await letFollow(trx, id, now)
      await audit(trx, {
        companyId,
        at: now,
        actor: actor.id,
        action: `delivery.${action}`,
        subject: `delivery:${id}`,
        detail: { from: delivery.state },
      })
      if (action === 'mark-published') await tell(trx, changed, 'delivery.published')
      else
        await emit(trx, companyId, 'delivery.changed', {
          deliveryId: id,
          postId: delivery.postId,
          channelId: delivery.channelId,
        })
      await wake(trx, DELIVERIES_WORK)
      return changed
    })
}

/** Held until the transaction ends. A worker that is just claiming it comes first: then it is `sending`. */
async function hold(trx: Executor, companyId: string, id: string): Promise<Delivery> {
  const delivery = await tablesOf<PublishingTables>(trx)
    .selectFrom('deliveries')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!delivery) throw new Problem(notFound)
  return delivery
}

async function refuseClosedAccount(
  trx: Executor,
  { companyId, channelId }: Delivery,
): Promise<void> {
  const channel = await findChannel(trx, companyId, channelId)
  if (channel?.state !== 'connected')
    throw new Problem(accountClosed, { account: channel?.handle ?? '?' })
}

/** What the network calls the post that a person found, so that what follows it finds it too. */
async function idIn(
  trx: Executor,
  desk: Desk,
  { companyId, channelId }: Delivery,
  url: string,
): Promise<string | null> {
  const channel = await findChannel(trx, companyId, channelId)
  return (channel && connectorOf(desk, channel).publish?.idIn?.(channel, new URL(url))) ?? null
}

function changeFor(action: Action, now: Date, url?: string) {
  const fresh = { dueAt: now, giveUpAt: giveUpAfter(now), tries: 0, checks: 0, failure: null }
  switch (action) {
    case 'retry':
      return { ...fresh, state: 'planned' as const, mustConfirm: false, doubtUntil: null }
    case 'check-again':
      return { ...fresh, state: 'sending' as const, mustConfirm: true }
    case 'mark-published':
      return {
        state: 'published' as const,
        publishedAt: now,
        remoteUrl: url ?? null,
        mustConfirm: false,
        doubtUntil: null,
        failure: null,
      }
    default:
      return { state: 'cancelled' as const, failure: null }
  }
}
