import { z } from 'zod'
import type {
  Account,
  ChannelCounts,
  Metrics,
  PostCounts,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { call } from './api.ts'

export const metrics: Metrics = { posts, channel }

const count = z.number().optional().catch(undefined)

const countedSchema = z.object({
  posts: z.array(
    z.object({
      id: z.string(),
      count: z.object({ clicks: count, positive_feedback: count }).default({}),
    }),
  ),
})

const atATime = 50

/** What Ghost counts of a post: clicks in its newsletter, and readers who said “More like this”. */
async function posts(
  tools: Tools,
  account: Account,
  remoteIds: string[],
): Promise<Outcome<Record<string, PostCounts>>> {
  const counts: Record<string, PostCounts> = {}
  const ids = remoteIds.filter((id) => /^[0-9a-f]{24}$/.test(id))
  for (let at = 0; at < ids.length; at += atATime) {
    const query = {
      filter: `id:[${ids.slice(at, at + atATime).join()}]`,
      include: 'count.clicks,count.positive_feedback',
      limit: String(atATime),
    }
    const answer = await call(tools, account, { path: 'posts/', query }, countedSchema)
    if (!answer.ok) return answer
    for (const { id, count: told } of answer.value.posts) {
      counts[id] = { clicks: told.clicks ?? 0, likes: told.positive_feedback ?? 0 }
    }
  }
  return done(counts)
}

const totalSchema = z.object({
  meta: z.object({ pagination: z.object({ total: z.number() }) }),
})

/** Members are whom a newsletter can reach. */
async function channel(tools: Tools, account: Account): Promise<Outcome<ChannelCounts>> {
  const members = { path: 'members/', query: { limit: '1' } }
  const followers = await call(tools, account, members, totalSchema)
  if (!followers.ok) return followers
  const query = { limit: '1', fields: 'id', filter: 'status:[published,sent]' }
  const sent = await call(tools, account, { path: 'posts/', query }, totalSchema)
  if (!sent.ok) return sent
  const total = (value: z.infer<typeof totalSchema>) => value.meta.pagination.total
  return done({ followers: total(followers.value), posts: total(sent.value) })
}
