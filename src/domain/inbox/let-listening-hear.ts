import { findChannel } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { linkOrigin } from '#domain/links/index.ts'
import { hearer } from '#domain/listening/index.ts'
import { authorOf } from '#domain/people/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Subscription } from '#platform/events/dispatch.ts'
import type { InboxTables } from './tables.ts'

/** Told of each thing that was received, with its id: see `keepInbound`. */
export const RECEIVED = 'message.received'

/**
 * Lets listening hear what was said to the company in public. Never a private message; and nothing of a network that only
 * lends what is said there, for mentions are kept for months.
 */
export function letListeningHear(desk: Desk): Subscription {
  const hear = hearer(desk)
  return {
    event: RECEIVED,
    async handle(trx, { companyId, payload }) {
      const message = await tablesOf<InboxTables>(trx)
        .selectFrom('messages')
        .innerJoin('conversations', 'conversations.id', 'messages.conversationId')
        .selectAll('messages')
        .select('conversations.kind')
        .where('messages.id', '=', String(payload['messageId']))
        .executeTakeFirst()
      if (!message?.remoteId || message.kind === 'message' || message.text === '') return
      const { channelId, conversationId, remoteId, authorIdentity, text, at } = message
      const channel = await findChannel(trx, companyId, channelId)
      if (!channel) return
      const { connectorId } = channel
      const manifest = desk.connectors.get(connectorId)?.manifest
      if (!manifest || (manifest.lendsSaid && !manifest.practice)) return
      const author = authorIdentity
        ? await authorOf(trx, companyId, connectorId, authorIdentity)
        : null
      const url =
        message.url ??
        `${linkOrigin(desk, await companyOf(trx, companyId))}/inbox/${conversationId}?message=${message.id}`
      const received = { remoteId, url, text, at, ...(author ? { author } : {}) }
      await hear(trx, { companyId, connectorId }, received)
    },
  }
}
