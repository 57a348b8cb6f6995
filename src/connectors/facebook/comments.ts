import { z } from 'zod'
import type { Account, Inbound, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { olderOf, pageOf } from '#connectors/_meta/find-sent.ts'
import { type Place, readUnder, type UnderState } from '#connectors/_meta/read-under.ts'
import { callAs } from './page.ts'
import { urlOf } from './published.ts'

/** What we read of a comment (graph-api/reference/comment, read 2026-11-25). Who wrote it may be withheld. */
const commentSchema = z.object({
  id: z.string(),
  message: z.string().default(''),
  created_time: z.string(),
  permalink_url: z.string().optional(),
  from: z.object({ id: z.string(), name: z.string().optional() }).optional(),
})

type Comment = z.infer<typeof commentSchema> & { post: string }

/** Comments are read under the page's hundred latest posts: there is no list of them all. */
const postsRead = '100'

/** What people said under the posts of the page since the last reading, answers to answers included. */
export async function readComments(
  tools: Tools,
  account: Account,
  state: UnderState,
): Promise<Outcome<{ items: Inbound[]; state: UnderState }>> {
  const posts = await commentedPosts(tools, account)
  if (!posts.ok) return posts
  const read = await readUnder(posts.value, state, {
    async page(post, older) {
      const query = {
        fields: 'id,message,created_time,permalink_url,from',
        filter: 'stream',
        order: 'reverse_chronological',
        limit: '100',
        after: older,
      }
      const call = { path: `/${post}/comments`, query }
      const answer = await callAs(tools, account, call, pageOf(commentSchema))
      if (!answer.ok) return answer
      const items = answer.value.data.map((one): Comment => ({ ...one, post }))
      return done({ items, older: olderOf(answer.value) })
    },
    id: (comment) => comment.id,
    at: (comment) => new Date(comment.created_time),
  })
  if (!read.ok) return read
  const items = read.value.items
    .filter(({ from }) => from?.id !== account.remoteId)
    .map((comment) => inbound(comment))
  return done({ items, state: read.value.state })
}

const countedSchema = z.object({
  id: z.string(),
  comments: z.object({ summary: z.object({ total_count: z.number() }) }).optional(),
})

/** The latest posts with how many comments each has; those without any are left alone. */
async function commentedPosts(tools: Tools, account: Account): Promise<Outcome<Place[]>> {
  const fields = 'id,comments.filter(stream).limit(0).summary(true)'
  const path = `/${account.remoteId}/published_posts`
  const call = { path, query: { fields, limit: postsRead } }
  const answer = await callAs(tools, account, call, pageOf(countedSchema))
  if (!answer.ok) return answer
  return done(
    answer.value.data.flatMap(({ id, comments }) => {
      const count = comments?.summary.total_count ?? 0
      return count > 0 ? [{ id, mark: String(count) }] : []
    }),
  )
}

function inbound({ id, message, created_time, permalink_url, from, post }: Comment): Inbound {
  const name = from?.name ?? 'Facebook'
  return {
    remoteId: id,
    kind: 'comment',
    threadId: post,
    inReplyTo: post,
    author: { remoteId: from?.id ?? `of-${id}`, handle: name, name },
    text: message || '📎',
    url: permalink_url ?? urlOf(id),
    at: new Date(created_time),
    data: { kind: 'comment' },
  }
}
