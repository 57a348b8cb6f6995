import type {
  Account,
  ChannelCounts,
  Metrics,
  PostCounts,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { ownProfileSchema } from './describe.ts'
import { callAs } from './server.ts'
import { statusSchema } from './status.ts'

export const metrics: Metrics = { posts, channel }

/** One request a post: the only way that every version knows. A post that is gone is left out. */
async function posts(
  tools: Tools,
  account: Account,
  remoteIds: string[],
): Promise<Outcome<Record<string, PostCounts>>> {
  const counts: Record<string, PostCounts> = {}
  for (const id of remoteIds) {
    const path = `/api/v1/statuses/${encodeURIComponent(id)}`
    const answer = await callAs(tools, account, { path }, statusSchema)
    if (answer.ok) {
      const { favourites_count, reblogs_count, replies_count, quotes_count } = answer.value
      counts[id] = {
        likes: favourites_count,
        reposts: reblogs_count,
        replies: replies_count,
        quotes: quotes_count,
      }
    } else if (!/^(404|410)/.test(answer.failure.detail)) return answer
  }
  return done(counts)
}

async function channel(tools: Tools, account: Account): Promise<Outcome<ChannelCounts>> {
  const request = { path: '/api/v1/accounts/verify_credentials' }
  const answer = await callAs(tools, account, request, ownProfileSchema)
  if (!answer.ok) return answer
  const { followers_count, following_count, statuses_count } = answer.value
  return done({ followers: followers_count, following: following_count, posts: statuses_count })
}
