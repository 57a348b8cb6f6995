import { z } from 'zod'
import type { Inbound, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { findSent, olderOf, pageOf } from './find-sent.ts'
import { callGraph, type Graph } from './graph.ts'
import { type Place, readUnder, type UnderState } from './read-under.ts'
import { bare } from './words.ts'

/** Where people write to a page, or to the Instagram account that is linked to it. */
export interface Conversations {
  graph: Graph
  platform: 'messenger' | 'instagram'
  /** The page: its id, or `me` where the token is the page's. */
  page: string
  /** Whether the account itself said it. */
  isOurs(from: Person): boolean
  /** Whom people see where Meta withholds who writes. */
  nobody: string
  /** Where colleagues see the conversations: a message has no address of its own. */
  url: string
}

const person = z.object({
  id: z.string(),
  name: z.string().optional(),
  username: z.string().optional(),
})
export type Person = z.infer<typeof person>

/** What we read of a message (messenger-platform/conversations, read 2026-11-25). */
const messageSchema = z.object({
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
const messagesOf = (conversation: string) => ({
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

/** What people wrote since the last reading, oldest first. */
export async function readMessages(
  tools: Tools,
  place: Conversations,
  state: MessagesState,
): Promise<Outcome<{ items: Inbound[]; state: MessagesState }>> {
  const moved = await conversationsSince(tools, place, state.since)
  if (!moved.ok) return moved
  const { places, newest, isWhole } = moved.value
  const read = await readUnder(places, state.under, {
    async page(conversation, older) {
      const { path, query } = messagesOf(conversation)
      const call = { path, query: { ...query, after: older } }
      const answer = await callGraph(tools, place.graph, call, pageOf(messageSchema))
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
    items: read.value.items.flatMap((message) => inbound(place, message)),
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
async function conversationsSince(
  tools: Tools,
  { graph, page: of, platform }: Conversations,
  since: number | null,
) {
  const places: Place[] = []
  let newest: number | null = null
  let floor = since === null ? null : since - 10 * minute
  let after: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const query = { platform, fields: 'id,updated_time', limit: '50', after }
    const call = { path: `/${of}/conversations`, query }
    const answer = await callGraph(tools, graph, call, pageOf(conversationSchema))
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

/** What the account itself wrote is no news; an attachment without words is told as such. */
function inbound(
  { isOurs, nobody }: Conversations,
  { id, created_time, message, from, conversation }: Message,
) {
  if (!from || isOurs(from)) return []
  const name = from.name ?? from.username ?? nobody
  const item: Inbound = {
    remoteId: id,
    kind: 'message',
    threadId: conversation,
    author: { remoteId: from.id, handle: from.username ?? name, name },
    text: message || '📎',
    at: new Date(created_time),
    data: { kind: 'message', recipient: from.id, conversation },
  }
  return [item]
}

/** What the inbox keeps of a message, to answer it. */
const answeredSchema = z.object({
  kind: z.literal('message'),
  recipient: z.string(),
  conversation: z.string(),
})
export type Answered = z.infer<typeof answeredSchema>

/** The message that is answered; undefined when it is a comment. */
export const answeredIn = (data: unknown): Answered | undefined =>
  answeredSchema.safeParse(data).data

const windowMs = 24 * 60 * minute

/** Whether a message can be answered no more: Meta counts from what its author wrote last (send-messages). */
export const isTooLate = (data: unknown, lastHeard: Date, now: Date): boolean =>
  answeredIn(data) !== undefined && now.getTime() - lastHeard.getTime() > windowMs

/** Answers within the 24 hours that Meta allows (messenger-platform/send-messages, read 2026-11-25). */
export async function sendMessage(
  tools: Tools,
  place: Conversations,
  { recipient: id }: Answered,
  text: string,
): Promise<Outcome<Published>> {
  const call = {
    path: `/${place.page}/messages`,
    method: 'POST' as const,
    json: { recipient: { id }, messaging_type: 'RESPONSE', message: { text } },
    publishes: true,
  }
  const sent = await callGraph(tools, place.graph, call, z.object({ message_id: z.string() }))
  return sent.ok ? done(messageSent(place, sent.value.message_id, tools.clock.now())) : sent
}

const messageSent = ({ url }: Conversations, remoteId: string, publishedAt: Date): Published => ({
  remoteId,
  url,
  publishedAt,
})

/** Looks for an answer of ours in its conversation since it was planned. */
export async function findMessage(
  tools: Tools,
  place: Conversations,
  { conversation }: Answered,
  { text, since }: { text: string; since: Date },
): Promise<Outcome<Published | null>> {
  const found = await findSent(tools, place.graph, {
    ...messagesOf(conversation),
    item: messageSchema,
    at: (one) => new Date(one.created_time),
    isIt: (one) => Boolean(one.from && place.isOurs(one.from)) && bare(one.message) === bare(text),
    since,
  })
  if (!found.ok || !found.value) return found.ok ? done(null) : found
  const { id, created_time } = found.value
  return done(messageSent(place, id, new Date(created_time)))
}
