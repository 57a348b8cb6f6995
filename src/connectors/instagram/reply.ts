import { z } from 'zod'
import type {
  Account,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { findSent } from '#connectors/_meta/find-sent.ts'
import {
  type Answered,
  answeredIn,
  findMessage,
  isTooLate,
  sendMessage,
} from '#connectors/_meta/messages.ts'
import { bare } from '#connectors/_meta/words.ts'
import { callAs, graphOf } from './account.ts'
import { commentSchema } from './comment.ts'
import { outsideWindow } from './explain.ts'
import { directOf } from './direct.ts'
import { profileUrl } from './media.ts'

type ReplyTo = NonNullable<Outgoing['replyTo']>

/** Under a post; or under a comment, and then under the first of its exchange: Instagram has one level only. */
function edgeFor({ remoteId, data }: ReplyTo): string {
  const top = data?.['top']
  return typeof top === 'string' ? `/${top}/replies` : `/${remoteId}/comments`
}

export async function reply(
  tools: Tools,
  account: Account,
  { text }: Outgoing,
  replyTo: ReplyTo,
): Promise<Outcome<Published>> {
  if (replyTo.data?.['kind'] === 'tag') return rejected('text', notUnderTags)
  const message = answeredIn(replyTo.data)
  if (message) return write(tools, account, message, text)
  const path = edgeFor(replyTo)
  const call = { path, method: 'POST' as const, json: { message: text }, publishes: true }
  const made = await callAs(tools, account, call, z.object({ id: z.string() }))
  return made.ok ? done(answered(account, made.value.id, tools.clock.now())) : made
}

/** Comments always can; a private message for a day; a post in which one was tagged never. */
export const unanswerable: Publish['unanswerable'] = ({ data }, lastHeard, now) => {
  if (data?.['kind'] === 'tag') return notUnderTags
  return isTooLate(data, lastHeard, now) ? outsideWindow : null
}

/** “Must be less than 1,000 bytes” in UTF-8 (messenger-platform/instagram/send-message, read 2026-11-26). */
const messageMaxBytes = 1000

async function write(tools: Tools, account: Account, message: Answered, text: string) {
  if (Buffer.byteLength(text) > messageMaxBytes) return rejected('text', longMessage)
  return sendMessage(tools, directOf(tools, account), message, text)
}

/** A comment has no address of its own. */
const answered = (account: Account, remoteId: string, publishedAt: Date): Published => ({
  remoteId,
  url: profileUrl(account),
  publishedAt,
})

const longMessage = {
  en: 'A private message on Instagram holds 1,000 bytes, some 900 letters with accents: shorten it.',
  fr: 'Un message privé sur Instagram contient 1 000 octets, soit environ 900 lettres accentuées comprises : raccourcissez-le.',
}

const notUnderTags = {
  en: 'Instagram lets no tool comment on a post where you were tagged: answer on Instagram.',
  fr: 'Instagram ne laisse aucun outil commenter une publication où vous avez été identifié : répondez sur Instagram.',
}

/** Looks for an answer of ours since it was planned: same words, at the same place, whatever the order of the list. */
export async function confirmReply(
  tools: Tools,
  account: Account,
  { text }: Outgoing,
  { replyTo, since }: { replyTo: ReplyTo; since: Date },
): Promise<Outcome<Published | null>> {
  if (replyTo.data?.['kind'] === 'tag') return done(null)
  const message = answeredIn(replyTo.data)
  if (message) return findMessage(tools, directOf(tools, account), message, { text, since })
  const found = await findSent(tools, graphOf(tools, account), {
    path: edgeFor(replyTo),
    query: { fields: 'id,text,timestamp,username,from', limit: '50' },
    item: commentSchema,
    at: (one) => new Date(one.timestamp),
    isIt: (one) => one.username === account.handle && bare(one.text) === bare(text),
    since,
    isUnordered: true,
  })
  if (!found.ok) return found
  return done(found.value && answered(account, found.value.id, new Date(found.value.timestamp)))
}
