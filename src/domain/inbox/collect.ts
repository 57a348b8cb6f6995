import type { Outcome } from '#connectors/_contract/failure.ts'
import type { Inbound, Page } from '#connectors/_contract/connector.ts'
import {
  type Channel,
  claimReading,
  connectorOf,
  heardFrom,
  reportFailure,
  scheduleReading,
  withAccess,
} from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { mailingsOf } from '#domain/subscribers/index.ts'
import { visitsOf } from '#domain/visits/index.ts'
import { keepInbound } from './keep-inbound.ts'

const EVERY_MS = 60_000
const PRACTICE_EVERY_MS = 10_000
const AFTER_TROUBLE_MS = 3 * 60_000
const NEVER_MS = 24 * 3600_000

/**
 * Reads what was said to the next account that is due, from where it was last read to. The cursor moves in the
 * same transaction that keeps the messages: after a crash the same page is read again, and nothing is kept twice.
 * @returns false when no account is due
 */
export async function collectNext(desk: Desk): Promise<boolean> {
  const channel = await claimReading(desk.db, 'inbox', desk.clock.now())
  if (!channel) return false
  const { inbox } = connectorOf(desk, channel)
  if (!inbox) {
    await scheduleReading(desk.db, channel.id, 'inbox', after(desk, NEVER_MS))
    return true
  }
  const mailings = mailingsOf(desk, channel)
  const visits = visitsOf(desk, channel)
  const own = { ...(mailings ? { mailings } : {}), ...(visits ? { visits } : {}) }
  const outcome = await withAccess(desk, channel, (account, tools) =>
    inbox.read({ ...tools, ...own }, account, channel.inboxCursor),
  )
  await keep(desk, channel, outcome)
  return true
}

async function keep(desk: Desk, channel: Channel, outcome: Outcome<Page<Inbound>>) {
  const now = desk.clock.now()
  await desk.db.transaction().execute(async (trx) => {
    if (!outcome.ok) {
      await reportFailure(trx, channel.id, outcome.failure, now)
      const next =
        outcome.failure.kind === 'rate' ? outcome.failure.until : after(desk, AFTER_TROUBLE_MS)
      return scheduleReading(trx, channel.id, 'inbox', next, { firm: true })
    }
    // What we say ourselves under our own posts is no conversation.
    const said = outcome.value.items.filter(({ author }) => author.remoteId !== channel.remoteId)
    for (const inbound of said) await keepInbound(trx, channel, inbound, now)
    await heardFrom(trx, channel.id, now)
    const { practice } = connectorOf(desk, channel).manifest
    const next = after(desk, practice ? PRACTICE_EVERY_MS : EVERY_MS)
    const { cursor } = outcome.value
    return scheduleReading(trx, channel.id, 'inbox', next, { cursor })
  })
}

const after = (desk: Desk, ms: number) => new Date(desk.clock.now().getTime() + ms)
