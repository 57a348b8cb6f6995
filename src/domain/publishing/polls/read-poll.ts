import type { Updateable } from 'kysely'
import type { PollTally } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { connectorOf, findChannel, reportFailure, withAccess } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Delivery, PublishingTables } from '../tables.ts'
import { claimPoll } from './claim-poll.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const AFTER_TROUBLE_MS = 10 * MINUTE
/** A network that still has not told its last count so long after the end is not asked again. */
const GIVE_UP_MS = 3 * DAY

/** Reads the votes of the next poll that is due. @returns false when none is */
export async function readNextPoll(desk: Desk): Promise<boolean> {
  const delivery = await claimPoll(desk.db, desk.clock.now())
  if (!delivery) return false
  const { companyId, remoteId, channelId } = delivery
  const channel = await findChannel(desk.db, companyId, channelId)
  if (!channel || channel.state !== 'connected' || !remoteId) {
    await askAgain(desk, delivery, HOUR)
    return true
  }
  const { publish, manifest } = connectorOf(desk, channel)
  const { readPoll } = publish ?? {}
  if (!readPoll) {
    await keep(desk.db, delivery, { over: true })
    return true
  }
  const published = { remoteId, ...(delivery.remoteData ? { data: delivery.remoteData } : {}) }
  const told = await withAccess(desk, channel, (account, tools) =>
    readPoll(tools, account, published),
  )
  if (told.ok) await keepTally(desk, delivery, told.value, manifest.practice)
  else await keepFailure(desk, delivery, told.failure)
  return true
}

async function keepTally(desk: Desk, delivery: Delivery, tally: PollTally, practice: boolean) {
  const now = desk.clock.now()
  const closesAt = Number.isNaN(tally.closesAt.getTime()) ? endOf(delivery) : tally.closesAt
  const over = tally.closed || closesAt.getTime() + GIVE_UP_MS <= now.getTime()
  const left = closesAt.getTime() - now.getTime()
  // Just after the end, the network may still be counting.
  const wait = left <= 0 ? MINUTE : Math.min(pause(now, delivery, practice), left + 5000)
  await desk.db.transaction().execute(async (trx) => {
    await keep(trx, delivery, {
      ...(tally.choices ? { choices: JSON.stringify(tally.choices) } : {}),
      closesAt,
      over,
      readAt: now,
      nextReadAt: new Date(now.getTime() + wait),
    })
    const { companyId, postId } = delivery
    await emit(trx, companyId, 'poll.read', { postId, closesAt: closesAt.toISOString() })
  })
}

async function keepFailure(desk: Desk, delivery: Delivery, failure: Failure) {
  // The post or its poll is gone: there is nothing more to learn.
  if (failure.kind === 'rejected') return keep(desk.db, delivery, { over: true })
  await reportFailure(desk.db, delivery.channelId, failure, desk.clock.now())
  const wait = failure.kind === 'rate' ? failure.until.getTime() - desk.clock.now().getTime() : 0
  return askAgain(desk, delivery, Math.max(wait, AFTER_TROUBLE_MS))
}

async function askAgain(desk: Desk, delivery: Delivery, waitMs: number) {
  const now = desk.clock.now()
  const over = endOf(delivery).getTime() + GIVE_UP_MS <= now.getTime()
  await keep(desk.db, delivery, { over, nextReadAt: new Date(now.getTime() + waitMs) })
}

async function keep(
  db: Executor,
  { id }: Delivery,
  reading: Updateable<PublishingTables['pollReadings']>,
): Promise<void> {
  await tablesOf<PublishingTables>(db)
    .updateTable('pollReadings')
    .set(reading)
    .where('deliveryId', '=', id)
    .execute()
}

/** When the poll ends by what was asked for; the network's own word is better. */
export function endOf({ publishedAt, dueAt, content }: Delivery): Date {
  return new Date((publishedAt ?? dueAt).getTime() + (content.poll?.minutes ?? 0) * MINUTE)
}

/** A fresh poll moves fast. */
function pause(now: Date, { publishedAt }: Delivery, practice: boolean): number {
  if (practice) return 15_000
  return publishedAt && now.getTime() - publishedAt.getTime() < HOUR ? 5 * MINUTE : 15 * MINUTE
}
