import type { Selectable } from 'kysely'
import type { Channel } from '#domain/channels/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { ThreadMessage, ThreadView } from './api.ts'
import { isSame } from './secret.ts'
import type { VisitsTables } from './tables.ts'

export type Thread = Selectable<VisitsTables['visitThreads']>

/** More than a person scrolls through; what is older than that is not shown again. */
const MOST_SHOWN = 500

/** The thread that a secret opens, by its hash; undefined when there is none. */
export async function threadBySecret(
  db: Executor,
  channelId: string,
  secretHash: string,
): Promise<Thread | undefined> {
  const thread = await tablesOf<VisitsTables>(db)
    .selectFrom('visitThreads')
    .selectAll()
    .where('channelId', '=', channelId)
    .where('secretHash', '=', secretHash)
    .executeTakeFirst()
  return thread && isSame(thread.secretHash, secretHash) ? thread : undefined
}

/** What was said in a visitor's own thread after a number, in order. */
export async function readThread(
  db: Executor,
  channel: Pick<Channel, 'id'>,
  secretHash: string,
  after: number,
): Promise<ThreadView> {
  const thread = await threadBySecret(db, channel.id, secretHash)
  if (!thread) return { known: false, ended: false, messages: [] }
  const messages = await messagesAfter(db, thread.id, after)
  return { known: true, ended: thread.blockedAt !== null, messages }
}

/** The messages of a thread after a number, in order. */
export async function messagesAfter(
  db: Executor,
  threadId: string,
  after: number,
): Promise<ThreadMessage[]> {
  const rows = await tablesOf<VisitsTables>(db)
    .selectFrom('visitMessages')
    .select(['seq', 'ownId', 'direction', 'author', 'text', 'at'])
    .where('threadId', '=', threadId)
    .where('seq', '>', String(after))
    .orderBy('seq')
    .limit(MOST_SHOWN)
    .execute()
  return rows.map(({ seq, ownId, direction, author, text, at }) => ({
    seq: Number(seq),
    id: direction === 'in' ? ownId : null,
    from: direction === 'in' ? ('visitor' as const) : ('company' as const),
    by: author,
    text,
    at: at.toISOString(),
  }))
}
