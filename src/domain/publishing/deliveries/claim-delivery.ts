import { v4 as uuid } from 'uuid'
import { type Channel, claimChannel, findChannel, releaseChannel } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { holdInsteadOfSending } from '../crisis/at-the-door.ts'
import type { Trouble } from '../model.ts'
import type { Delivery, PublishingTables } from '../tables.ts'
import { whatItFollows } from './chain.ts'
import { waitForQuota } from '../quota/quota-gate.ts'
import { handOver } from '../tasks/hand-over.ts'
import { askIfLate } from '../waiting/ask-if-late.ts'
import { askAPerson, closeAbandoned, dueRows, endWithout, inTime } from './ledger.ts'
import { quietOf, type Timings } from './timings.ts'

/** A delivery in the hands of one worker, with its account. */
export interface Claimed {
  delivery: Delivery
  channel: Channel
  /** `confirm` when it may have left already. */
  action: 'publish' | 'confirm'
  attemptId: number
  /** Proves that it is still ours. */
  owner: string
  leaseUntil: Date
}

export interface Office {
  desk: Desk
  timings: Timings
  /** Accounts that other hands of this process work on: a hint that spares queries, not a lock. */
  held: Set<string>
}

/**
 * Takes the next delivery that is due by an account that is free. When this returns, it is written and committed
 * that a request may leave: whatever happens from here on, nobody sends it again without reading back.
 * @returns `settled` when a delivery was found that can only be given up; null when nothing can be done now
 */
export async function claimNext(office: Office): Promise<Claimed | 'settled' | null> {
  for (const { channelId, companyId } of await dueAccounts(office)) {
    if (office.held.has(channelId)) continue
    office.held.add(channelId)
    try {
      const claimed = await claimOn(office, companyId, channelId)
      if (claimed === 'settled' || claimed === null) office.held.delete(channelId)
      if (claimed) return claimed
    } catch (error) {
      office.held.delete(channelId)
      throw error
    }
  }
  return null
}

async function dueAccounts({ desk, timings }: Office) {
  return tablesOf<PublishingTables>(desk.db)
    .selectFrom('deliveries')
    .select(['channelId', 'companyId'])
    .where(dueRows(desk.clock.now(), timings))
    .groupBy(['channelId', 'companyId'])
    .orderBy((eb) => eb.fn.min('dueAt'))
    .execute()
}

function claimOn(
  office: Office,
  companyId: string,
  channelId: string,
): Promise<Claimed | 'settled' | null> {
  const { desk, timings } = office
  return tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const now = desk.clock.now()
      const channel = await claimChannel(trx, channelId, now, timings.lease)
      if (!channel) return turnAway(trx, office, companyId, channelId)
      const delivery = await trx
        .selectFrom('deliveries')
        .selectAll()
        .where('channelId', '=', channelId)
        .where(dueRows(now, timings))
        .orderBy('dueAt')
        .orderBy('plannedAt')
        // A thread that has begun goes on before anything else begins.
        .orderBy('part', 'desc')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      const held = delivery && (await holdInsteadOfSending(trx, channel, delivery, now))
      const taken = held ? 'settled' : delivery && (await take(trx, office, channel, delivery))
      if (!taken || taken === 'settled') await releaseChannel(trx, channelId)
      return taken ?? null
    })
}

async function take(
  trx: Executor,
  { desk, timings }: Office,
  channel: Channel,
  delivery: Delivery,
): Promise<Claimed | 'settled'> {
  const now = desk.clock.now()
  const { mustConfirm } = delivery
  const connector = desk.connectors.get(channel.connectorId)
  if (connector?.handed) return handOver(trx, delivery, now)
  if (!connector?.publish)
    return giveUp(trx, delivery, now, {
      kind: 'ours',
      said: `no connector "${channel.connectorId}" that publishes`,
    })
  if (mustConfirm && connector.manifest.idempotency === 'none')
    return giveUp(trx, delivery, now, { kind: 'unconfirmed' })
  if (await askIfLate(trx, delivery, now)) return 'settled'
  if (!mustConfirm && !inTime(delivery, now)) return giveUp(trx, delivery, now, { kind: 'late' })
  if (!mustConfirm && (await whatItFollows(trx, delivery)) === null)
    return giveUp(trx, delivery, now, { kind: 'adrift' })
  if (await waitForQuota(trx, connector, delivery, now)) return 'settled'

  const owner = uuid()
  const leaseUntil = new Date(now.getTime() + timings.lease)
  const action = mustConfirm ? 'confirm' : 'publish'
  const tables = tablesOf<PublishingTables>(trx)
  // Somebody died over it, after sending perhaps, and never later than their lease.
  const quiet = quietOf(connector.manifest, timings)
  const died =
    delivery.leaseUntil && (await closeAbandoned(trx, delivery.id, now))
      ? delivery.leaseUntil
      : null
  const doubt = died
    ? { doubtUntil: new Date(Math.min(died.getTime(), now.getTime()) + quiet) }
    : {}
  const row = await tables
    .updateTable('deliveries')
    .set((eb) => ({
      state: 'sending' as const,
      mustConfirm: true,
      leaseUntil,
      leaseOwner: owner,
      updatedAt: now,
      failure: null,
      ...doubt,
      ...(action === 'publish' ? { tries: eb('tries', '+', 1), checks: 0 } : {}),
    }))
    .where('id', '=', delivery.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const { id: attemptId } = await tables
    .insertInto('attempts')
    .values({
      companyId: row.companyId,
      deliveryId: row.id,
      action,
      contentHash: row.contentHash,
      startedAt: now,
      detail: JSON.stringify({}),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { delivery: row, channel, action, attemptId, owner, leaseUntil }
}

/** The account is busy or must wait: later. It cannot be used at all: what is due by it is told to a person. */
async function turnAway(
  trx: Executor,
  { desk, timings }: Office,
  companyId: string,
  channelId: string,
): Promise<'settled' | null> {
  const now = desk.clock.now()
  const channel = await findChannel(trx, companyId, channelId)
  if (!channel || channel.state === 'connected') {
    // A lease that ends in a far future was taken before the clock was set back.
    const absurd = new Date(now.getTime() + 2 * timings.lease)
    if (channel?.busyUntil && channel.busyUntil > absurd) await releaseChannel(trx, channelId)
    return null
  }
  const rows = await tablesOf<PublishingTables>(trx)
    .selectFrom('deliveries')
    .selectAll()
    .where('channelId', '=', channelId)
    .where(dueRows(now, timings))
    .forUpdate()
    .skipLocked()
    .execute()
  for (const row of rows)
    await giveUp(trx, row, now, {
      kind: 'access',
      ...(channel.trouble ? { said: channel.trouble } : {}),
    })
  return rows.length > 0 ? 'settled' : null
}

async function giveUp(
  trx: Executor,
  delivery: Delivery,
  now: Date,
  trouble: Trouble,
): Promise<'settled'> {
  if (delivery.mustConfirm)
    await askAPerson(trx, delivery, now, { ...trouble, kind: 'unconfirmed' })
  else await endWithout(trx, delivery, now, trouble)
  return 'settled'
}
