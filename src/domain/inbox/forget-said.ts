import { findChannel } from '#domain/channels/index.ts'
import { forgetAuthor } from '#domain/people/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { DeskEvent } from '#platform/events/outbox.ts'
import type { InboxTables } from './tables.ts'

/**
 * Forgets what visitors said once the desk keeps it no longer, or they erased it: that something was said, and when, stays.
 * Of a whole thread, the name they gave goes too.
 */
export async function forgetSaid(
  trx: Executor,
  { companyId, payload }: DeskEvent,
  now: Date,
): Promise<void> {
  const channelId = String(payload['channelId'])
  const [messageIds, threadIds] = [texts(payload['messageIds']), texts(payload['threadIds'])]
  const tables = tablesOf<InboxTables>(trx)
  const forgotten = { text: '', forgottenAt: now }
  if (messageIds.length > 0) {
    await tables
      .updateTable('messages')
      .set(forgotten)
      .where('channelId', '=', channelId)
      .where('remoteId', 'in', messageIds)
      .where('direction', '=', 'in')
      .execute()
  }
  const channel = await findChannel(trx, companyId, channelId)
  for (const threadId of threadIds) {
    await tables
      .updateTable('messages')
      .set(forgotten)
      .where('conversationId', 'in', (eb) =>
        eb
          .selectFrom('conversations')
          .select('id')
          .where('channelId', '=', channelId)
          .where('threadId', '=', threadId),
      )
      .where('direction', '=', 'in')
      .execute()
    if (channel)
      await forgetAuthor(trx, { companyId, connectorId: channel.connectorId, remoteId: threadId })
  }
}

const texts = (list: unknown): string[] =>
  Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
