import { z } from 'zod'
import type {
  Account,
  Author,
  Inbound,
  Inbox,
  Page,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'
import { addressOf, settingsOf } from './account.ts'
import { callAs } from './api.ts'
import { instantOf, isOurs, type Message, pageSchema } from './message.ts'
import { directory } from './people.ts'
import { repliesSince } from './threads.ts'
import { wordsOf } from './words.ts'

export const inbox: Inbox = { read }

const minute = 60_000
const firstReadMs = 14 * 24 * 60 * minute
/** Answers to several posts come in no common order: those this late are still found. */
const overlapMs = 5 * minute

/** The channel and its threads are two lists: each has its own place where it was left. */
const cursorSchema = z.object({
  channel: z.string().nullable(),
  threads: z.string().nullable(),
  /** The newest answer handed over, in milliseconds. */
  answeredUntil: z.number(),
})

async function read(
  tools: Tools,
  account: Account,
  cursor: string | null,
): Promise<Outcome<Page<Inbound>>> {
  const from = placeIn(cursor, tools.clock.now())
  const channel = await readChannel(tools, account, from.channel)
  if (!channel.ok) return channel
  const since = new Date(from.answeredUntil - overlapMs)
  const threads = await readThreads(tools, account, from.threads, since)
  if (!threads.ok) return threads
  const items = await inboundOf(tools, account, [...threads.value.items, ...channel.value.items])
  if (!items.ok) return items
  const newest = threads.value.items.map(({ ts }) => instantOf(ts).getTime())
  const place = {
    channel: channel.value.cursor ?? from.channel,
    threads: threads.value.cursor ?? from.threads,
    answeredUntil: Math.max(from.answeredUntil, ...newest),
  }
  return done({ items: items.value, cursor: JSON.stringify(place) })
}

/** An unreadable cursor means: begin again. Items may repeat; none is skipped. */
function placeIn(cursor: string | null, now: Date) {
  const fresh = { channel: null, threads: null, answeredUntil: now.getTime() - firstReadMs }
  try {
    return cursor === null ? fresh : cursorSchema.parse(JSON.parse(cursor))
  } catch {
    return fresh
  }
}

const walkOf = (page: Parameters<typeof walkBack<Message>>[0]['page'], maxPages: number) => ({
  page,
  id: ({ ts }: Message) => ts,
  at: ({ ts }: Message) => instantOf(ts),
  overlapMs,
  maxPages,
  firstReadMs,
})

function readChannel(tools: Tools, account: Account, cursor: string | null) {
  const page = async (older: string | undefined) => {
    const { channelId } = settingsOf(account)
    const params = { channel: channelId, limit: 200, latest: older }
    const asked = { method: 'conversations.history', reads: true, params }
    const answer = await callAs(tools, account, asked, pageSchema)
    if (!answer.ok) return answer
    const last = answer.value.messages.at(-1)
    return done({ items: answer.value.messages, ...(last ? { older: last.ts } : {}) })
  }
  return walkBack(walkOf(page, 10), cursor)
}

function readThreads(tools: Tools, account: Account, cursor: string | null, since: Date) {
  const page = async () => {
    const replies = await repliesSince(tools, account, since)
    return replies.ok ? done({ items: replies.value }) : replies
  }
  return walkBack(walkOf(page, 1), cursor)
}

async function inboundOf(
  tools: Tools,
  account: Account,
  messages: Message[],
): Promise<Outcome<Inbound[]>> {
  const people = directory(tools, account)
  const items = new Map<string, Inbound>()
  for (const message of messages) {
    // An answer that is shown in the channel too is in both lists.
    if (!message.user || items.has(message.ts) || !concernsUs(message, account)) continue
    const author = await people(message.user)
    if (!author.ok) return author
    const text = await wordsOf(message, people)
    if (!text.ok) return text
    items.set(message.ts, inbound(account, message, author.value, text.value))
  }
  return done([...items.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime()))
}

/** Somebody's own words, in a thread of ours or naming the app. */
function concernsUs(message: Message, account: Account): boolean {
  const settings = settingsOf(account)
  const { subtype = '', bot_id, user, text, thread_ts, ts } = message
  const isNotice = !['', 'file_share', 'thread_broadcast'].includes(subtype)
  if (isNotice || bot_id || user === 'USLACKBOT' || isOurs(message, settings)) return false
  const isAnswer = thread_ts !== undefined && thread_ts !== ts
  return isAnswer || text.includes(`<@${settings.userId}>`)
}

function inbound(account: Account, message: Message, author: Author, text: string): Inbound {
  const { ts, thread_ts: thread = ts, parent_user_id } = message
  const isUnderOurs = thread !== ts && parent_user_id === settingsOf(account).userId
  return {
    remoteId: ts,
    kind: isUnderOurs ? 'comment' : 'mention',
    threadId: thread,
    ...(isUnderOurs ? { inReplyTo: thread } : {}),
    author,
    text,
    url: addressOf(account, ts, thread),
    at: instantOf(ts),
    data: { thread },
  }
}
