import { v7 as uuid } from 'uuid'
import type { Author } from '#connectors/_contract/connector.ts'
import type { Channel } from '#domain/channels/index.ts'
import { knowAuthors } from '#domain/people/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { InboxTables } from './tables.ts'

/** A conversation of the past, whole. */
export interface PastConversation {
  channel: Channel
  threadId: string
  kind: 'comment' | 'mention' | 'message'
  author: Author
  /** The delivery under which it was said, if it was. */
  deliveryId: string | null
  /** In order of time; the first one is theirs. */
  messages: PastMessage[]
  state: 'open' | 'resolved'
  unread: boolean
}

export interface PastMessage {
  /** Who answered, of ours; null when they speak. */
  by: string | null
  remoteId: string
  text: string
  url: string
  at: Date
}

const BATCH = 500

/** Gives a practice company its past conversations. Tells no event: nobody must be alerted of the past. */
export async function importHistory(
  trx: Executor,
  companyId: string,
  conversations: readonly PastConversation[],
): Promise<void> {
  const contacts = await contactsOf(trx, companyId, conversations)
  const rows = conversations.map((past) => rowsOf(companyId, past, contacts))
  const tables = tablesOf<InboxTables>(trx)
  for (const batch of batches(rows.map(({ conversation }) => conversation))) {
    await tables.insertInto('conversations').values(batch).execute()
  }
  for (const batch of batches(rows.flatMap(({ messages }) => messages))) {
    await tables.insertInto('messages').values(batch).execute()
  }
}

/** Who they talked with, by network and account. */
async function contactsOf(
  trx: Executor,
  companyId: string,
  conversations: readonly PastConversation[],
): Promise<Map<string, string>> {
  const contacts = new Map<string, string>()
  const networks = Map.groupBy(conversations, ({ channel }) => channel.connectorId)
  for (const [connectorId, there] of networks) {
    const now = there[0]?.messages[0]?.at ?? new Date(0)
    const authors = there.map(({ author }) => author)
    const known = await knowAuthors(trx, { companyId, connectorId, now }, authors)
    for (const [remoteId, contactId] of known) contacts.set(`${connectorId} ${remoteId}`, contactId)
  }
  return contacts
}

function rowsOf(companyId: string, past: PastConversation, contacts: ReadonlyMap<string, string>) {
  const { channel, threadId, kind, author, deliveryId, messages, state, unread } = past
  const [first, last] = [messages[0], messages.at(-1)]
  if (!first || !last) throw new RangeError(`nothing was said in ${threadId}`)
  const { connectorId } = channel
  const contactId = contacts.get(`${connectorId} ${author.remoteId}`)
  if (!contactId) throw new RangeError(`nobody is behind ${author.handle}`)
  const conversationId = uuid({ msecs: first.at.getTime() })
  const conversation = {
    id: conversationId,
    companyId,
    channelId: channel.id,
    threadId,
    kind,
    contactId,
    deliveryId,
    state,
    assignedTo: null,
    openedAt: first.at,
    lastInboundAt: messages.findLast(({ by }) => by === null)?.at ?? first.at,
    lastMessageAt: last.at,
    firstReplyAt: messages.find(({ by }) => by !== null)?.at ?? null,
    resolvedAt: state === 'resolved' ? last.at : null,
    unread,
  }
  const ids = { companyId, conversationId, channelId: channel.id, deliveryId: null }
  return { conversation, messages: messages.map((message) => messageRow(ids, author, message)) }
}

function messageRow(
  ids: { companyId: string; conversationId: string; channelId: string; deliveryId: null },
  author: Author,
  { by, remoteId, text, url, at }: PastMessage,
) {
  return {
    ...ids,
    id: uuid({ msecs: at.getTime() }),
    direction: by === null ? ('in' as const) : ('out' as const),
    remoteId,
    authorIdentity: by === null ? author.remoteId : null,
    authorUser: by,
    text,
    url,
    at,
    data: JSON.stringify(null),
  }
}

function* batches<T>(rows: T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += BATCH) yield rows.slice(start, start + BATCH)
}
