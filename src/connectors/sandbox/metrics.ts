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

const postsPerCall = 100

const countsSchema = z.record(
  z.string(),
  z.object({ likes: z.number(), reshares: z.number(), replies: z.number(), views: z.number() }),
)

async function posts(
  tools: Tools,
  account: Account,
  remoteIds: string[],
): Promise<Outcome<Record<string, PostCounts>>> {
  const counts: Record<string, PostCounts> = {}
  for (let start = 0; start < remoteIds.length; start += postsPerCall) {
    const ids = remoteIds.slice(start, start + postsPerCall).join(',')
    const answer = await call(tools, account, { path: '/counts', query: { ids } }, countsSchema)
    if (!answer.ok) return answer
    for (const [id, { likes, reshares, replies, views }] of Object.entries(answer.value)) {
      counts[id] = { likes, reposts: reshares, replies, views }
    }
  }
  return done(counts)
}

async function channel(tools: Tools, account: Account): Promise<Outcome<ChannelCounts>> {
  const schema = z.object({ followers: z.number(), posts: z.number() })
  return call(tools, account, { path: '/account' }, schema)
}
