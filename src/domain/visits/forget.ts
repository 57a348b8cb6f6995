import type { Transaction } from 'kysely'
import { type Channel, connectorOf, listSites } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { VisitsTables } from './tables.ts'
import { threadBySecret } from './threads.ts'
import { ANSWERED } from './visits.ts'

/** Told when what visitors said is kept no longer: by the ids of its messages, and of whole threads. */
export const FORGOTTEN = 'visit.forgotten'

const DAY_MS = 86_400_000
/** As many ids as a notification holds. */
const AT_ONCE = 100

/** Erases a visitor's own thread, theirs and ours, at their wish. @returns false when there is none */
export async function eraseThread(
  desk: Desk,
  channel: Channel,
  secretHash: string,
): Promise<boolean> {
  return tablesOf<VisitsTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const thread = await threadBySecret(trx, channel.id, secretHash)
      if (!thread) return false
      await dropThreads(trx, channel, [thread.id])
      return true
    })
}

/** Forgets what is older than the account keeps it. @returns how many messages and threads */
export async function forgetOld(desk: Desk): Promise<number> {
  let forgotten = 0
  for (const { channel, before } of await limits(desk)) {
    forgotten += await tablesOf<VisitsTables>(desk.db)
      .transaction()
      .execute((trx) => forgetBefore(trx, channel, before))
  }
  return forgotten
}

async function forgetBefore(
  trx: Transaction<VisitsTables>,
  channel: Channel,
  before: Date,
): Promise<number> {
  const { id: channelId, companyId } = channel
  const silent = await trx
    .selectFrom('visitThreads')
    .select('id')
    .where('channelId', '=', channelId)
    .where('lastAt', '<=', before)
    .limit(AT_ONCE)
    .execute()
  await dropThreads(
    trx,
    channel,
    silent.map(({ id }) => id),
  )
  const old = await trx
    .deleteFrom('visitMessages')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('visitMessages')
        .select('id')
        .where('channelId', '=', channelId)
        .where('at', '<=', before)
        .orderBy('at')
        .limit(AT_ONCE),
    )
    .returning('id')
    .execute()
  if (old.length > 0) {
    const messageIds = old.map(({ id }) => id)
    await emit(trx, companyId, FORGOTTEN, { channelId, messageIds, threadIds: [] })
  }
  return silent.length + old.length
}

async function dropThreads(
  trx: Transaction<VisitsTables>,
  { id: channelId, companyId }: Channel,
  threadIds: string[],
): Promise<void> {
  if (threadIds.length === 0) return
  await trx.deleteFrom('visitThreads').where('id', 'in', threadIds).execute()
  await emit(trx, companyId, FORGOTTEN, { channelId, messageIds: [], threadIds })
  for (const threadId of threadIds) await emit(trx, companyId, ANSWERED, { channelId, threadId })
}

/** When the oldest message has been kept long enough; null when there is none. */
export async function nextToForget(desk: Desk): Promise<Date | null> {
  const dues: number[] = []
  for (const { channel, keepMs } of await limits(desk)) {
    const row = await tablesOf<VisitsTables>(desk.db)
      .selectFrom('visitMessages')
      .select((eb) => eb.fn.min('at').as('at'))
      .where('channelId', '=', channel.id)
      .executeTakeFirst()
    if (row?.at) dues.push(row.at.getTime() + keepMs)
  }
  return dues.length > 0 ? new Date(Math.min(...dues)) : null
}

async function limits(desk: Desk) {
  const channels = await listSites(desk)
  return channels.flatMap((channel) => {
    const site = connectorOf(desk, channel).site
    if (!site) return []
    const keepMs = site.rules(channel).keepDays * DAY_MS
    return [{ channel, keepMs, before: new Date(desk.clock.now().getTime() - keepMs) }]
  })
}
