import type { Language } from '#platform/text.ts'
import { paces } from '../model/pace.ts'
import { randomOf } from '../model/random.ts'
import { type Aftermath, react } from '../model/react.ts'
import { writeAnswer } from '../model/texts/answers.ts'
import type { CommentTone } from '../model/texts/comment-tone.ts'
import { followersOf, memberOf, theWorld } from '../model/world.ts'
import { postUrl } from './addresses.ts'
import { commentTypes, writeAftermaths } from './audience.ts'
import { insertMany } from './bulk.ts'
import type { AccountRow, PostImage } from './tables.ts'
import { sandboxDb, type SandboxTools } from './tools.ts'

/** A post of the past, as the account published it. */
export interface PastPost {
  id: string
  at: Date
  text: string
  language: Language
  images: PostImage[]
  /** The Idempotency-Key it would have been sent under. */
  key: string
}

/** Something said to the account: under a post, or after an answer. */
export interface Comment {
  id: string
  rootId: string
  replyTo: string
  memberId: number
  author: { id: string; handle: string; name: string; followers: number }
  text: string
  language: Language
  tone: CommentTone
  at: Date
  url: string
}

/** An answer of the account to a comment. */
export interface PastReply {
  id: string
  to: Comment
  at: Date
  text: string
  key: string
}

export type Rehearsed = Aftermath

/**
 * What would have followed each of these posts, had the account published them then, with the followers it
 * had by then and those that each post brought. Writes nothing.
 * @param posts in order of time
 */
export async function rehearse(
  tools: SandboxTools,
  account: AccountRow,
  posts: readonly Omit<PastPost, 'id' | 'key'>[],
): Promise<Rehearsed[]> {
  const followers = await sandboxDb(tools.db)
    .selectFrom('sandboxFollowers')
    .select(['memberId', 'at'])
    .where('accountId', '=', account.id)
    .orderBy('memberId')
    .execute()
  const known = new Set(followers.map(({ memberId }) => memberId))
  const since = followers.map(({ at }) => at.getTime())
  return posts.map((post, i) => {
    const left = post.at.getTime()
    const audience = followers.flatMap(({ memberId }, n) =>
      (since[n] ?? 0) <= left ? memberId : [],
    )
    const { text, language } = post
    const shown = { id: `n${i + 1}`, at: left, text, language, images: post.images.length }
    const aftermath = react(theWorld(), audience, shown, account.seed, paces.real)
    for (const { kind, memberId, at } of aftermath.reactions) {
      if (kind !== 'follow' || known.has(memberId)) continue
      followers.push({ memberId, at: new Date(at) })
      since.push(at)
      known.add(memberId)
    }
    return aftermath
  })
}

/** Writes down the past of an account: its posts, what followed them, its answers and what those brought. */
export async function importHistory(
  tools: SandboxTools,
  account: AccountRow,
  posts: readonly (PastPost & { aftermath: Rehearsed })[],
  replies: readonly PastReply[],
): Promise<void> {
  const own = [...posts.map(postRow), ...replies.map(replyRow)]
  await insertMany(
    tools.db,
    'sandbox_posts',
    ownTypes,
    own.map((row) => ({ ...row, account_id: account.id })),
  )
  await writeAftermaths(
    tools,
    account,
    posts.map((post) => ({ post, aftermath: post.aftermath })),
  )
  const answers = replies.flatMap((reply) => answersTo(tools, account, reply) ?? [])
  await insertMany(
    tools.db,
    'sandbox_posts',
    commentTypes,
    answers.map((answer) => ({ ...answerRow(answer), account_id: account.id })),
  )
}

/** The comments among what followed a post, in order of time. */
export function commentsUnder(
  tools: SandboxTools,
  account: AccountRow,
  postId: string,
  { reactions }: Rehearsed,
): Comment[] {
  return reactions
    .filter(({ kind }) => kind === 'comment')
    .map(({ memberId, text = '', tone = 'thanks', language = 'fr', at }) => {
      const id = `${postId}-${memberId}`
      const author = authorOf(memberId)
      const url = postUrl(tools, account, id)
      return {
        id,
        rootId: postId,
        replyTo: postId,
        memberId,
        author,
        text,
        tone,
        language,
        at: new Date(at),
        url,
      }
    })
}

/** What the author of a comment said once answered, some time later; null when nothing. */
export function answersTo(
  tools: SandboxTools,
  account: AccountRow,
  reply: PastReply,
): Comment | null {
  const { to } = reply
  const random = randomOf(account.seed, 'answer to', to.memberId, to.text)
  const text = writeAnswer(to.tone, to.language, random)
  if (!text) return null
  const at = new Date(reply.at.getTime() + Math.ceil(random.logNormal(paces.real.medianDelay, 0.8)))
  const id = `${reply.id}-a`
  return { ...to, id, replyTo: reply.id, text, at, url: postUrl(tools, account, id) }
}

function authorOf(memberId: number): Comment['author'] {
  const { handle, name } = memberOf(theWorld(), memberId)
  return { id: `m${memberId}`, handle, name, followers: followersOf(theWorld(), memberId).length }
}

const ownTypes = {
  id: 'text',
  account_id: 'uuid',
  root_id: 'text',
  reply_to: 'text',
  text: 'text',
  language: 'text',
  images: 'jsonb',
  honoured_key: 'text',
  sent_key: 'text',
  at: 'timestamptz',
}

function postRow({ id, text, language, images, key, at }: PastPost) {
  const said = {
    id,
    text,
    language,
    at,
    images: JSON.stringify(images),
    honoured_key: key,
    sent_key: key,
  }
  return { ...said, root_id: null, reply_to: null }
}

function replyRow({ id, to, text, key, at }: PastReply) {
  const said = {
    id,
    text,
    language: to.language,
    at,
    images: '[]',
    honoured_key: key,
    sent_key: key,
  }
  return { ...said, root_id: to.rootId, reply_to: to.id }
}

function answerRow({ id, memberId, rootId, replyTo, text, language, tone, at }: Comment) {
  return { id, member_id: memberId, root_id: rootId, reply_to: replyTo, text, language, tone, at }
}
