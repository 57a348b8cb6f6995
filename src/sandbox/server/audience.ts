import { sql } from 'kysely'
import type { Language } from '#platform/text.ts'
import { type PaceName, paces } from '../model/pace.ts'
import { randomOf } from '../model/random.ts'
import { type Aftermath, type Reaction, react } from '../model/react.ts'
import { writeAnswer } from '../model/texts/answers.ts'
import type { CommentTone } from '../model/texts/comment-tone.ts'
import { theWorld } from '../model/world.ts'
import { insertMany } from './bulk.ts'
import { audienceVotes } from './polls.ts'
import type { AccountRow, PostRow } from './tables.ts'
import { sandboxDb, type SandboxTools } from './tools.ts'

/** A post of an account, as far as its audience is concerned. */
type Shown = Pick<PostRow, 'id' | 'text' | 'at' | 'language' | 'poll'> & { images: unknown[] }

/**
 * Decides all that will follow a post and writes it down with its instants: it becomes visible as they
 * come, with nothing running.
 */
export async function audienceReacts(
  tools: SandboxTools,
  account: AccountRow,
  post: Shown,
): Promise<void> {
  const followers = await sandboxDb(tools.db)
    .selectFrom('sandboxFollowers')
    .select('memberId')
    .where('accountId', '=', account.id)
    .where('at', '<=', post.at)
    .orderBy('memberId')
    .execute()
  const audience = followers.map(({ memberId }) => memberId)
  const shown = {
    id: await rankOf(tools, account),
    at: post.at.getTime(),
    text: post.text,
    images: post.images.length,
    language: languageOf(post.language) ?? account.language,
  }
  const aftermath = react(theWorld(), audience, shown, account.seed, paceOf(account))
  await writeAftermaths(tools, account, [{ post, aftermath }])
  await audienceVotes(tools, account.seed, post, aftermath.views)
}

/** The how-manieth post it is: chances are drawn from it, so that a day played again is the same day. */
async function rankOf(tools: SandboxTools, account: AccountRow): Promise<string> {
  const { count } = await sandboxDb(tools.db)
    .selectFrom('sandboxPosts')
    .select(sql<number>`count(*)`.as('count'))
    .where('accountId', '=', account.id)
    .where('memberId', 'is', null)
    .executeTakeFirstOrThrow()
  return `n${count}`
}

/** Of the languages the audience can speak, the one a tag such as `fr-FR` means. */
function languageOf(tag: string | null): Language | undefined {
  const [primary] = (tag ?? '').toLowerCase().split('-')
  return primary === 'fr' || primary === 'en' ? primary : undefined
}

function paceOf(account: Pick<AccountRow, 'pace'>) {
  return account.pace in paces ? paces[account.pace as PaceName] : paces.real
}

/** Writes down what follows some posts of one account: reactions, comments, followers to come, views. */
export async function writeAftermaths(
  tools: SandboxTools,
  account: Pick<AccountRow, 'id'>,
  all: { post: Pick<PostRow, 'id'>; aftermath: Aftermath }[],
): Promise<void> {
  const reactions = all.flatMap(({ post, aftermath }) =>
    aftermath.reactions.map((reaction) => ({ postId: post.id, reaction })),
  )
  const of = (...kinds: Reaction['kind'][]) =>
    reactions.filter(({ reaction }) => kinds.includes(reaction.kind))
  const db = tools.db
  await insertMany(
    db,
    'sandbox_reactions',
    reactionTypes,
    of('like', 'reshare', 'click', 'follow').map(reactionRow),
  )
  await insertMany(
    db,
    'sandbox_posts',
    commentTypes,
    of('comment').map((one) => commentRow(account.id, one)),
  )
  await insertMany(
    db,
    'sandbox_followers',
    followerTypes,
    of('follow').map((one) => followerRow(account.id, one)),
  )
  await insertMany(
    db,
    'sandbox_views',
    { post_id: 'text', at: 'timestamptz', count: 'integer' },
    all.flatMap(({ post, aftermath }) =>
      aftermath.views.map(({ at, count }) => ({ post_id: post.id, at: new Date(at), count })),
    ),
  )
}

/** The shop has answered someone: they may answer back, in a while. */
export async function audienceAnswers(
  tools: SandboxTools,
  account: AccountRow,
  reply: PostRow,
  parent: PostRow,
): Promise<void> {
  if (parent.memberId === null) return
  const random = randomOf(account.seed, 'answer', await rankOf(tools, account))
  const language = languageOf(parent.language) ?? account.language
  const text = writeAnswer((parent.tone ?? 'question') as CommentTone, language, random)
  if (!text) return
  const { medianDelay } = paceOf(account)
  const at = new Date(reply.at.getTime() + Math.ceil(random.logNormal(medianDelay / 3, 0.8)))
  const row = {
    id: `${reply.id}-a`,
    parent,
    text,
    language,
    at,
    to: reply.id,
    accountId: account.id,
  }
  await insertMany(tools.db, 'sandbox_posts', commentTypes, [answerRow(row)])
}

const reactionTypes = {
  post_id: 'text',
  kind: 'text',
  member_id: 'integer',
  via_member_id: 'integer',
  at: 'timestamptz',
}
const followerTypes = { account_id: 'uuid', member_id: 'integer', at: 'timestamptz' }
/** How a comment of the audience is written to `sandbox_posts`. */
export const commentTypes = {
  id: 'text',
  account_id: 'uuid',
  member_id: 'integer',
  root_id: 'text',
  reply_to: 'text',
  text: 'text',
  language: 'text',
  tone: 'text',
  at: 'timestamptz',
}

interface Follows {
  postId: string
  reaction: Reaction
}

function reactionRow({ postId, reaction }: Follows) {
  const { kind, memberId, viaMemberId, at } = reaction
  return {
    post_id: postId,
    kind,
    member_id: memberId,
    via_member_id: viaMemberId ?? null,
    at: new Date(at),
  }
}

function followerRow(accountId: string, { reaction }: Follows) {
  return { account_id: accountId, member_id: reaction.memberId, at: new Date(reaction.at) }
}

function commentRow(accountId: string, { postId, reaction }: Follows) {
  return {
    id: `${postId}-${reaction.memberId}`,
    account_id: accountId,
    member_id: reaction.memberId,
    root_id: postId,
    reply_to: postId,
    text: reaction.text ?? '',
    language: reaction.language ?? null,
    tone: reaction.tone ?? null,
    at: new Date(reaction.at),
  }
}

function answerRow(answer: {
  id: string
  parent: PostRow
  text: string
  language: string
  at: Date
  to: string
  accountId: string
}) {
  const { parent } = answer
  return {
    id: answer.id,
    account_id: answer.accountId,
    member_id: parent.memberId,
    root_id: parent.rootId ?? parent.id,
    reply_to: answer.to,
    text: answer.text,
    language: answer.language,
    tone: parent.tone,
    at: answer.at,
  }
}
