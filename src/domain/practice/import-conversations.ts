import type { Author } from '#connectors/_contract/connector.ts'
import type { Desk } from '#domain/desk.ts'
import type { Company } from '#domain/governance/index.ts'
import { importHistory, type PastConversation, type PastMessage } from '#domain/inbox/index.ts'
import {
  answersTo,
  type Comment,
  commentsUnder,
  type PastReply,
  postUrl,
  talkSoFar,
  viewOf,
} from '#sandbox/index.ts'
import { answerComments } from './answer-comments.ts'
import { angry } from './content/replies.ts'
import type { ShopAccount } from './open-accounts.ts'
import type { Told } from './tell-past.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What people said under the posts of one account, and what the shop answered. */
export interface Exchanges {
  comments: Comment[]
  replies: PastReply[]
}

/** Reads the comments out of the past, and answers those a shop would have answered. */
export function exchangesOf(
  desk: Desk,
  company: Company,
  { account }: ShopAccount,
  told: readonly Told[],
): Exchanges {
  const now = desk.clock.now()
  const comments = told
    .flatMap(({ remoteId, aftermath }) => commentsUnder(desk, account, remoteId, aftermath))
    .filter(({ at }) => at <= now)
  const angryWords = new Set<string>(Object.values(angry).flat())
  const left = new Set(comments.filter(({ text }) => angryWords.has(text)).map(({ id }) => id))
  return { comments, replies: answerComments(company, comments, left, now) }
}

/**
 * Somebody is really cross, and insists: a comment under each of the two latest posts, answered by nobody.
 * Changes the aftermaths before they are written down.
 */
export function addAngryCustomer(company: Company, told: readonly Told[], now: Date): void {
  const [before, last] = told.slice(-2)
  const liker = told
    .flatMap(({ aftermath }) => aftermath.reactions)
    .find(({ kind }) => kind === 'like')
  if (!before || !last || !liker) return
  const { memberId } = liker
  const [first, second] = angry[company.language]
  const said = [
    { told: before, text: first, at: now.getTime() - 26 * HOUR },
    { told: last, text: second, at: now.getTime() - 3 * HOUR },
  ]
  for (const { told: under, text, at } of said) {
    const { reactions } = under.aftermath
    const others = reactions.filter((r) => r.kind !== 'comment' || r.memberId !== memberId)
    const comment = { kind: 'comment' as const, memberId, text, tone: 'complaint' as const }
    const when = Math.max(at, under.publishedAt.getTime() + HOUR)
    under.aftermath.reactions = [
      ...others,
      { ...comment, language: company.language, at: when },
    ].sort((a, b) => a.at - b.at)
  }
}

/** Writes the conversations of one account into the inbox. */
export async function importConversations(
  desk: Desk,
  company: Company,
  shop: ShopAccount,
  told: readonly Told[],
  { comments, replies }: Exchanges,
  by: readonly string[],
): Promise<void> {
  const deliveries = new Map(told.map(({ remoteId, deliveryId }) => [remoteId, deliveryId]))
  const answered = new Map(replies.map((reply) => [reply.to.id, reply]))
  const underPosts = comments.map((comment, i) => {
    const reply = answered.get(comment.id)
    const deliveryId = deliveries.get(comment.rootId) ?? null
    return conversationOf(desk, shop, comment, reply, deliveryId, by[i % by.length] ?? '')
  })
  await importHistory(desk.db, company.id, [...underPosts, ...(await calls(desk, shop))])
}

function conversationOf(
  desk: Desk,
  { account, channel }: ShopAccount,
  comment: Comment,
  reply: PastReply | undefined,
  deliveryId: string | null,
  by: string,
): PastConversation {
  const now = desk.clock.now()
  const messages: PastMessage[] = [inbound(comment)]
  const back = reply ? answersTo(desk, account, reply) : null
  if (reply) {
    const { id: remoteId, text, at } = reply
    messages.push({ by, remoteId, text, url: postUrl(desk, account, reply.id), at })
  }
  if (back && back.at <= now) messages.push(inbound(back))
  const state = isSettled(comment, reply, messages.at(-1), now) ? 'resolved' : 'open'
  return {
    channel,
    // As the connector names them: one conversation for each person under each post.
    threadId: `${comment.rootId}:${comment.author.id}`,
    kind: 'comment',
    author: authorOf(comment.author),
    deliveryId,
    messages,
    state,
    unread: state === 'open' && !reply,
  }
}

/** What is a day old and thanks, praises or advertises is done with; so is what has been answered for two days. */
function isSettled(
  comment: Comment,
  reply: PastReply | undefined,
  last: PastMessage | undefined,
  now: Date,
) {
  const age = now.getTime() - comment.at.getTime()
  if (comment.tone === 'spam') return age > 2 * HOUR
  if (reply) return last?.by !== null || now.getTime() - (last?.at.getTime() ?? 0) > 2 * DAY
  return age > 5 * DAY || (age > DAY && (comment.tone === 'thanks' || comment.tone === 'opinion'))
}

/** Posts that called the shop by its handle; the recent ones wait for an answer. */
async function calls(desk: Desk, { account, channel }: ShopAccount): Promise<PastConversation[]> {
  const now = desk.clock.now().getTime()
  const said = await talkSoFar(desk, account, new Date(now - 90 * DAY))
  return said
    .filter((post) => post.calls && post.accountId === account.id)
    .map((post): PastConversation => {
      const { id, author, text, url } = viewOf(desk, account, post)
      const isOpen = now - post.at.getTime() < 3 * DAY
      return {
        channel,
        threadId: `${id}:${author.id}`,
        kind: 'mention',
        author: authorOf(author),
        deliveryId: null,
        messages: [{ by: null, remoteId: id, text, url, at: post.at }],
        state: isOpen ? 'open' : 'resolved',
        unread: isOpen,
      }
    })
}

const inbound = ({ id, text, url, at }: Comment): PastMessage => ({
  by: null,
  remoteId: id,
  text,
  url,
  at,
})

function authorOf({
  id,
  handle,
  name,
  followers,
}: {
  id: string
  handle: string
  name: string
  followers?: number
}): Author {
  return { remoteId: id, handle, name, ...(followers === undefined ? {} : { followers }) }
}
