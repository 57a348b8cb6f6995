import { z } from 'zod'
import type {
  Account,
  ChannelCounts,
  Metrics,
  PostCounts,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { nameOf, settingsOf, thingOf } from './account.ts'
import { callAs, isGone } from './api.ts'
import { ownPage } from './confirm.ts'
import { type CommentView, commentViewSchema, type PostView, postViewSchema } from './views.ts'

export const metrics: Metrics = { posts, channel }

/** So many pages of what the account said are cheaper than asking of each. */
const mostPages = 6

/** Up votes and comments. First in the account's own list, fifty at a time; what is older is asked for one by one. */
async function posts(
  tools: Tools,
  account: Account,
  remoteIds: string[],
): Promise<Outcome<Record<string, PostCounts>>> {
  const counts: Record<string, PostCounts> = {}
  const wanted = new Set(remoteIds.filter((id) => thingOf(id) && !id.startsWith('message:')))
  for (let page = 1; page <= mostPages && wanted.size > 0; page++) {
    const answer = await ownPage(tools, account, page)
    if (!answer.ok) return answer
    const { posts: said, comments } = answer.value
    for (const [id, count] of [...said.map(ofPost), ...comments.map(ofComment)]) {
      if (wanted.delete(id) && count) counts[id] = count
    }
    if (said.length === 0 && comments.length === 0) break
  }
  for (const id of wanted) {
    const one = await countOne(tools, account, id)
    if (one.ok && one.value) counts[id] = one.value
    if (!one.ok && !isGone(one.failure)) return one
  }
  return done(counts)
}

/** Null: it is gone. */
const ofPost = ({ post, counts }: PostView): [string, PostCounts | null] => [
  nameOf({ kind: 'post', id: post.id }),
  post.deleted || post.removed ? null : { likes: counts.upvotes, replies: counts.comments },
]

const ofComment = ({ comment, counts }: CommentView): [string, PostCounts | null] => [
  nameOf({ kind: 'comment', id: comment.id }),
  comment.deleted || comment.removed
    ? null
    : { likes: counts.upvotes, replies: counts.child_count },
]

async function countOne(
  tools: Tools,
  account: Account,
  remoteId: string,
): Promise<Outcome<PostCounts | null>> {
  const thing = thingOf(remoteId)
  if (!thing) return done(null)
  const asked = { path: `/${thing.kind}`, query: { id: String(thing.id) } }
  if (thing.kind === 'post') {
    const answer = await callAs(tools, account, asked, z.object({ post_view: postViewSchema }))
    return answer.ok ? done(ofPost(answer.value.post_view)[1]) : answer
  }
  const answer = await callAs(tools, account, asked, z.object({ comment_view: commentViewSchema }))
  return answer.ok ? done(ofComment(answer.value.comment_view)[1]) : answer
}

const personSchema = z.object({
  person_view: z.object({ counts: z.object({ post_count: z.number() }) }),
})

/** Nobody follows a person on Lemmy: only communities have subscribers. */
async function channel(tools: Tools, account: Account): Promise<Outcome<ChannelCounts>> {
  const query = { person_id: String(settingsOf(account).personId), limit: '1' }
  const answer = await callAs(tools, account, { path: '/user', query }, personSchema)
  return answer.ok ? done({ posts: answer.value.person_view.counts.post_count }) : answer
}
