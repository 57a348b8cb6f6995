import { z } from 'zod'
import type { Account, Inbound, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { olderOf, pageOf } from '#connectors/_meta/find-sent.ts'
import { type Place, readUnder, type UnderState } from '#connectors/_meta/read-under.ts'
import { callAs } from './page.ts'

const person = z.object({ id: z.string(), name: z.string().optional() })

/** What we read of a message (messenger-platform/conversations, read 2026-11-25). */
export const messageSchema = z.object({
  id: z.string(),
  created_time: z.string(),
  message: z.string().default(''),
  from: person.optional(),
})

type Message = z.infer<typeof messageSchema> & { conversation: string }

/**
 * Where the messages of a conversation are, newest first. Meta shows the details of the twenty latest; it may refuse
 * the rest as if they had been deleted (messenger-platform/conversations).
 */
export const messagesOf = (conversation: string) => ({
  path: `/${conversation}/messages`,
  query: { fields: 'id,created_time,message,from', limit: '20' },
})

const conversationSchema = z.object({ id: z.string(), updated_time: z.string() })

const mostPages = 10
const minute = 60_000
const firstReadMs = 14 * 24 * 60 * minute
/** Conversations whose reading is remembered; those that spoke last. */
const mostKept = 200

export interface MessagesState {
  /** All that moved before this instant was read, in milliseconds. */
  since: number | null
  under: UnderState
}

/** What people wrote to the page on Messenger since the last reading, oldest first. */
export async function readMessages(
  tools: Tools,
  account: Account,
  state: MessagesState,
): Promise<Outcome<{ items: Inbound[]; state: MessagesState }>> {
  const moved = await conversationsSince(tools, account, state.since)
  if (!moved.ok) return moved
  const { places, newest, isWhole } = moved.value
  const read = await readUnder(places, state.under, {
    async page(conversation, older) {
      const { path, query } = messagesOf(conversation)
      const call = { path, query: { ...query, after: older } }
      const answer = await callAs(tools, account, call, pageOf(messageSchema))
      // Beyond the latest messages there is nothing more to be had.
      if (older && !answer.ok && answer.failure.kind === 'rejected') return done({ items: [] })
      if (!answer.ok) return answer
      const items = answer.value.data.map((one): Message => ({ ...one, conversation }))
      return done({ items, older: olderOf(answer.value) })
    },
    id: (message) => message.id,
    at: (message) => new Date(message.created_time),
  })
  if (!read.ok) return read
  const kept = Object.entries({ ...read.value.state, ...without(state.under, read.value.state) })
  return done({
    items: read.value.items.flatMap((message) => inbound(account, message)),
    state: {
      // What was not listed to its end is listed again from the same instant.
      since: isWhole ? (newest ?? state.since) : state.since,
      under: Object.fromEntries(kept.slice(0, mostKept)),
    },
  })
}

const without = (all: UnderState, some: UnderState): UnderState =>
  Object.fromEntries(Object.entries(all).filter(([id]) => !(id in some)))

/** The conversations that moved since an instant, and a little before it; the list comes newest first. */
async function conversationsSince(tools: Tools, account: Account, since: number | null) {
  const places: Place[] = []
  let newest: number | null = null
  let floor = since === null ? null : since - 10 * minute
  let after: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const query = { platform: 'messenger', fields: 'id,updated_time', limit: '50', after }
    const call = { path: `/${account.remoteId}/conversations`, query }
    const answer = await callAs(tools, account, call, pageOf(conversationSchema))
    if (!answer.ok) return answer
    for (const { id, updated_time } of answer.value.data) {
      const at = Date.parse(updated_time)
      newest = Math.max(newest ?? at, at)
      floor ??= at - firstReadMs
      if (at < floor) return done({ places, newest, isWhole: true })
      places.push({ id, mark: updated_time })
    }
    after = olderOf(answer.value)
    if (after === undefined) return done({ places, newest, isWhole: true })
  }
  return done({ places, newest, isWhole: false })
}

/** What the page itself wrote is no news; an attachment without words is told as such. */
function inbound(account: Account, { id, created_time, message, from, conversation }: Message) {
  if (!from || from.id === account.remoteId) return []
  const name = from.name ?? 'Messenger'
  const item: Inbound = {
    remoteId: id,
    kind: 'message',
    threadId: conversation,
    author: { remoteId: from.id, handle: name, name },
    text: message || '📎',
    at: new Date(created_time),
    data: { kind: 'message', recipient: from.id, conversation },
  }
  return [item]
}
