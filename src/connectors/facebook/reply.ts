import { z } from 'zod'
import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { findSent } from '#connectors/_meta/find-sent.ts'
import { bare } from '#connectors/_meta/words.ts'
import { messagesOf, messageSchema } from './messages.ts'
import { callAs, graphOf } from './page.ts'
import { publishedAs } from './published.ts'

type ReplyTo = NonNullable<Outgoing['replyTo']>

/** What the inbox keeps of a message, to answer it. */
const messageData = z.object({
  kind: z.literal('message'),
  recipient: z.string(),
  conversation: z.string(),
})

/** A comment under a post or a comment, or an answer on Messenger, within the 24 hours that it allows. */
export async function reply(
  tools: Tools,
  account: Account,
  { text }: Outgoing,
  replyTo: ReplyTo,
): Promise<Outcome<Published>> {
  const message = messageData.safeParse(replyTo.data)
  if (message.success) return sendMessage(tools, account, text, message.data.recipient)
  const path = `/${replyTo.remoteId}/comments`
  const call = { path, method: 'POST' as const, json: { message: text }, publishes: true }
  const made = await callAs(tools, account, call, z.object({ id: z.string() }))
  return made.ok ? done(publishedAs(made.value.id, tools.clock.now())) : made
}

async function sendMessage(
  tools: Tools,
  account: Account,
  text: string,
  recipient: string,
): Promise<Outcome<Published>> {
  const call = {
    path: `/${account.remoteId}/messages`,
    method: 'POST' as const,
    json: { recipient: { id: recipient }, messaging_type: 'RESPONSE', message: { text } },
    publishes: true,
  }
  const sent = await callAs(tools, account, call, z.object({ message_id: z.string() }))
  return sent.ok ? done(messageSent(account, sent.value.message_id, tools.clock.now())) : sent
}

/** A message has no address of its own: the page's inbox has. */
const messageSent = ({ remoteId }: Account, id: string, publishedAt: Date): Published => ({
  remoteId: id,
  url: `https://business.facebook.com/latest/inbox/all?asset_id=${remoteId}`,
  publishedAt,
})

const commentSchema = z.object({
  id: z.string(),
  message: z.string().default(''),
  created_time: z.string(),
  from: z.object({ id: z.string() }).optional(),
})

/** Looks for an answer of ours since it was planned: same words, at the same place. */
export async function confirmReply(
  tools: Tools,
  account: Account,
  { text }: Outgoing,
  { replyTo, since }: { replyTo: ReplyTo; since: Date },
): Promise<Outcome<Published | null>> {
  const graph = graphOf(tools, account)
  const message = messageData.safeParse(replyTo.data)
  if (message.success) {
    const found = await findSent(tools, graph, {
      ...messagesOf(message.data.conversation),
      item: messageSchema,
      at: (one) => new Date(one.created_time),
      isIt: (one) => one.from?.id === account.remoteId && bare(one.message) === bare(text),
      since,
    })
    if (!found.ok) return found
    const { id, created_time } = found.value ?? { id: '', created_time: '' }
    return done(found.value ? messageSent(account, id, new Date(created_time)) : null)
  }
  const found = await findSent(tools, graph, {
    path: `/${replyTo.remoteId}/comments`,
    query: {
      fields: 'id,message,created_time,from',
      filter: 'stream',
      order: 'reverse_chronological',
      limit: '100',
    },
    item: commentSchema,
    at: (one) => new Date(one.created_time),
    isIt: (one) => one.from?.id === account.remoteId && bare(one.message) === bare(text),
    since,
  })
  if (!found.ok) return found
  return done(found.value && publishedAs(found.value.id, new Date(found.value.created_time)))
}
