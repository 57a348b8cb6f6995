import type { Transaction } from 'kysely'
import type { Channel } from '#domain/channels/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { VisitsTables } from './tables.ts'
import { ANSWERED } from './visits.ts'

/**
 * Takes the word from a visitor, or gives it back; their page says that the conversation is closed.
 * @returns false when there is no such thread any more, or the account has no visitors
 */
export async function blockVisitor(
  trx: Executor | Transaction<VisitsTables>,
  { id: channelId, companyId }: Pick<Channel, 'id' | 'companyId'>,
  threadId: string,
  blockedAt: Date | null,
): Promise<boolean> {
  if (!UUID.test(threadId)) return false
  const changed = await tablesOf<VisitsTables>(trx)
    .updateTable('visitThreads')
    .set({ blockedAt })
    .where('channelId', '=', channelId)
    .where('id', '=', threadId)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return false
  await emit(trx, companyId, ANSWERED, { channelId, threadId })
  return true
}

/** Whether a visitor was blocked; null when there is no such thread. */
export async function isBlocked(
  db: Executor,
  channelId: string,
  threadId: string,
): Promise<boolean | null> {
  if (!UUID.test(threadId)) return null
  const row = await tablesOf<VisitsTables>(db)
    .selectFrom('visitThreads')
    .select('blockedAt')
    .where('channelId', '=', channelId)
    .where('id', '=', threadId)
    .executeTakeFirst()
  return row ? row.blockedAt !== null : null
}

/** Threads of other networks have names of all kinds. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
