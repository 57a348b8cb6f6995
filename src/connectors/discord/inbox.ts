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
import { addressOf } from '#connectors/_discord/place.ts'
import { settingsOf } from './account.ts'
import { callAs } from './api.ts'
import { type Message, messageSchema, type User } from '#connectors/_discord/message.ts'
import { paced } from '#connectors/_discord/pace.ts'

export const inbox: Inbox = { read }

const minute = 60_000

/** A message, and an answer to one: the others are notices of Discord itself. */
const said = [0, 19]

async function read(
  tools: Tools,
  account: Account,
  cursor: string | null,
): Promise<Outcome<Page<Inbound>>> {
  const series = paced(tools)
  const walked = await walkBack(
    {
      page: (older) => messages(series, account, older),
      id: (message) => message.id,
      at: (message) => new Date(message.timestamp),
      overlapMs: minute,
      maxPages: 10,
      firstReadMs: 14 * 24 * 60 * minute,
    },
    cursor,
  )
  if (!walked.ok) return walked
  const items: Inbound[] = []
  for (const message of walked.value.items) {
    const kind = kindOf(message, settingsOf(account).botId)
    if (!kind) continue
    const threadId = await threadOf(series, account, message)
    if (!threadId.ok) return threadId
    items.push(inbound(account, message, kind, threadId.value))
  }
  return done({ ...walked.value, items })
}

/** `before` gives the newest ones first, page by page; of `after` it is not said which hundred come. */
async function messages(tools: Tools, account: Account, older: string | undefined) {
  const query = older === undefined ? '' : `&before=${older}`
  const path = `/channels/${settingsOf(account).channelId}/messages?limit=100${query}`
  const answer = await callAs(tools, account, { path }, z.array(messageSchema))
  if (!answer.ok) return answer
  const last = answer.value.at(-1)
  return done({ items: answer.value, ...(last ? { older: last.id } : {}) })
}

/** Null for what people say to each other, and for bots: us, and those that answer by themselves. */
function kindOf(message: Message, botId: string): 'comment' | 'mention' | null {
  if (message.author.bot || !said.includes(message.type)) return null
  if (message.referenced_message?.author.id === botId) return 'comment'
  return message.mentions.some(({ id }) => id === botId) ? 'mention' : null
}

/** An answer to an answer is of the same exchange: the most steps back that we go. */
const mostSteps = 10

/** The first message of a chain of answers. */
async function threadOf(
  tools: Tools,
  account: Account,
  message: Message,
): Promise<Outcome<string>> {
  const { channelId } = settingsOf(account)
  let root = message.referenced_message?.id ?? message.message_reference?.message_id ?? message.id
  let parent = message.referenced_message?.message_reference?.message_id
  for (let step = 0; parent !== undefined && step < mostSteps; step++) {
    root = parent
    const path = `/channels/${channelId}/messages/${parent}`
    const answer = await callAs(tools, account, { path }, messageSchema)
    if (!answer.ok && answer.failure.kind !== 'rejected') return answer
    parent = answer.ok ? answer.value.message_reference?.message_id : undefined
  }
  return done(root)
}

function inbound(
  account: Account,
  message: Message,
  kind: 'comment' | 'mention',
  threadId: string,
): Inbound {
  return {
    remoteId: message.id,
    kind,
    threadId,
    ...(kind === 'comment' ? { inReplyTo: message.referenced_message?.id } : {}),
    author: authorOf(message.author),
    text: wordsOf(message),
    url: addressOf(account, message.id),
    at: new Date(message.timestamp),
    // Whoever asked is told of our answer.
    data: { person: true },
  }
}

function authorOf({ id, username, global_name, avatar }: User): Author {
  return {
    remoteId: id,
    handle: username,
    name: global_name ?? username,
    ...(avatar ? { avatarUrl: `https://cdn.discordapp.com/avatars/${id}/${avatar}.png` } : {}),
  }
}

/** Names instead of numbers; a sign for what has no words, or none that the bot may read. */
function wordsOf({ content, mentions, attachments }: Message): string {
  const names = new Map(mentions.map((user) => [user.id, user.global_name ?? user.username]))
  const words = content
    .replace(/<@!?(\d+)>/g, (whole, id: string) => (names.has(id) ? `@${names.get(id)}` : whole))
    .replace(/<a?(:\w+:)\d+>/g, '$1')
    .trim()
  if (words !== '') return words
  return attachments.length > 0 ? '📎' : '💬'
}
