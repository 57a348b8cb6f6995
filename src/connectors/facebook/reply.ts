import { z } from 'zod'
import type {
  Account,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { findSent } from '#connectors/_meta/find-sent.ts'
import { answeredIn, findMessage, isTooLate, sendMessage } from '#connectors/_meta/messages.ts'
import { bare } from '#connectors/_meta/words.ts'
import { outsideWindow } from './explain.ts'
import { messengerOf } from './messenger.ts'
import { callAs, graphOf } from './page.ts'
import { publishedAs } from './published.ts'

type ReplyTo = NonNullable<Outgoing['replyTo']>

/** A comment under a post or a comment, or an answer on Messenger, within the 24 hours that it allows. */
export async function reply(
  tools: Tools,
  account: Account,
  { text }: Outgoing,
  replyTo: ReplyTo,
): Promise<Outcome<Published>> {
  const message = answeredIn(replyTo.data)
  if (message) return sendMessage(tools, messengerOf(tools, account), message, text)
  const path = `/${replyTo.remoteId}/comments`
  const call = { path, method: 'POST' as const, json: { message: text }, publishes: true }
  const made = await callAs(tools, account, call, z.object({ id: z.string() }))
  return made.ok ? done(publishedAs(made.value.id, tools.clock.now())) : made
}

/** Comments always can; a private message for a day. */
export const unanswerable: Publish['unanswerable'] = ({ data }, lastHeard, now) =>
  isTooLate(data, lastHeard, now) ? outsideWindow : null

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
  const message = answeredIn(replyTo.data)
  if (message) return findMessage(tools, messengerOf(tools, account), message, { text, since })
  const found = await findSent(tools, graphOf(tools, account), {
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
