import type { Connected } from '#connectors/_contract/connector.ts'
import type { Failure, Outcome } from '#connectors/_contract/failure.ts'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { renewAhead } from './access.ts'
import { connectorOf } from './account.ts'
import { nextCheck, profileOf } from './connect-account.ts'
import { reportFailure } from './health.ts'
import type { Channel } from './model.ts'
import { renewAccess } from './renew-access.ts'
import { findChannel } from './store.ts'
import type { ChannelsTables } from './tables.ts'
import { withAccess } from './with-access.ts'

const AFTER_TROUBLE_MS = 5 * 60_000

/**
 * Looks after one account: refreshes its access before it ends, asks the network whether it is still good,
 * and brings its name, picture and limits up to date. The caller holds the row's lease: one worker at a time.
 */
export async function checkAccount(desk: Desk, channel: Channel): Promise<Outcome<Connected>> {
  const refreshed = await refreshIfEnding(desk, channel)
  if (!refreshed.ok) return keepFailure(desk, channel, refreshed.failure)
  const current = refreshed.value
  let renewed = false
  const outcome = await withAccess(
    desk,
    current,
    (account, tools) => connectorOf(desk, current).connect.check(tools, account),
    () => (renewed = true),
  )
  if (!outcome.ok) {
    const asked = renewed ? await findChannel(desk.db, current.companyId, current.id) : current
    return keepFailure(desk, asked ?? current, outcome.failure)
  }
  await keepHealth(desk, current, outcome.value)
  return outcome
}

async function refreshIfEnding(desk: Desk, channel: Channel): Promise<Outcome<Channel>> {
  const { refresh } = connectorOf(desk, channel).connect
  const ends = channel.accessExpiresAt?.getTime()
  if (!refresh || !ends || ends - desk.clock.now().getTime() > renewAhead(channel))
    return { ok: true, value: channel }
  const renewed = await renewAccess(desk, channel)
  return renewed === 'impossible' ? { ok: true, value: channel } : renewed
}

async function keepHealth(desk: Desk, channel: Channel, connected: Connected) {
  const now = desk.clock.now()
  await tablesOf<ChannelsTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const healed = channel.state === 'broken'
      await trx
        .updateTable('channels')
        .set({
          ...profileOf(connected),
          state: 'connected',
          trouble: null,
          troubleSince: null,
          lastHeardAt: now,
          nextCheckAt: nextCheck(now, channel),
          collectLeaseUntil: null,
        })
        .where('id', '=', channel.id)
        .where('state', '!=', 'disconnected')
        .execute()
      if (healed) await emit(trx, channel.companyId, 'channel.connected', { channelId: channel.id })
    })
}

async function keepFailure(
  desk: Desk,
  channel: Channel,
  failure: Failure,
): Promise<Outcome<Connected>> {
  const now = desk.clock.now()
  await tablesOf<ChannelsTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await reportFailure(trx, channel.id, failure, now, channel.sealedSecrets)
      const until =
        failure.kind === 'rate' ? failure.until : new Date(now.getTime() + AFTER_TROUBLE_MS)
      await trx
        .updateTable('channels')
        .set({ nextCheckAt: until, collectLeaseUntil: null })
        .where('id', '=', channel.id)
        .execute()
    })
  return { ok: false, failure }
}
