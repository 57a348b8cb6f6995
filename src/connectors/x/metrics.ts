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
import { meSchema } from './connect.ts'
import { postSchema } from './post.ts'

export const metrics: Metrics = { posts, channel }

/** How many X gives at once (OpenAPI 2.167, `ids`). */
const atOnce = 100

/** Public counts; a post that X does not give any more is left out. */
async function posts(
  tools: Tools,
  account: Account,
  remoteIds: string[],
): Promise<Outcome<Record<string, PostCounts>>> {
  const counts: Record<string, PostCounts> = {}
  for (let at = 0; at < remoteIds.length; at += atOnce) {
    const ids = remoteIds.slice(at, at + atOnce).join(',')
    const query = { ids, 'post.fields': 'public_metrics' }
    const schema = z.object({ data: z.array(postSchema).default([]) })
    const answer = await call(tools, account, { path: '/2/tweets', query }, schema)
    if (!answer.ok) return answer
    for (const { id, public_metrics } of answer.value.data) {
      if (!public_metrics) continue
      counts[id] = {
        likes: public_metrics.like_count,
        reposts: public_metrics.repost_count ?? public_metrics.retweet_count,
        replies: public_metrics.reply_count,
        quotes: public_metrics.quote_count,
        views: public_metrics.impression_count,
        bookmarks: public_metrics.bookmark_count,
      }
    }
  }
  return done(counts)
}

async function channel(tools: Tools, account: Account): Promise<Outcome<ChannelCounts>> {
  const query = { 'user.fields': 'name,username,public_metrics' }
  const answer = await call(tools, account, { path: '/2/users/me', query }, meSchema)
  if (!answer.ok) return answer
  const counts = answer.value.data.public_metrics
  return done({
    followers: counts?.followers_count,
    following: counts?.following_count,
    posts: counts?.post_count ?? counts?.tweet_count,
  })
}
