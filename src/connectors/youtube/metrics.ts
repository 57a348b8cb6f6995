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
import { channelOf, count } from './channel.ts'
import { isVideo } from './video.ts'

export const metrics: Metrics = { posts, channel }

const countedSchema = z.object({
  items: z
    .array(
      z.object({
        id: z.string(),
        statistics: z
          .object({ viewCount: count, likeCount: count, commentCount: count })
          .default({}),
      }),
    )
    .default([]),
})

const atATime = 50

/** A video that is gone is left out, and so are comments: YouTube counts videos. */
async function posts(
  tools: Tools,
  account: Account,
  remoteIds: string[],
): Promise<Outcome<Record<string, PostCounts>>> {
  const counts: Record<string, PostCounts> = {}
  const ids = remoteIds.filter((id) => isVideo(id))
  for (let at = 0; at < ids.length; at += atATime) {
    const query = { part: 'statistics', id: ids.slice(at, at + atATime).join(',') }
    const answer = await call(tools, account, { path: 'videos', query }, countedSchema)
    if (!answer.ok) return answer
    for (const { id, statistics } of answer.value.items) {
      const { viewCount: views, likeCount: likes, commentCount: replies } = statistics
      counts[id] = { likes, replies, views }
    }
  }
  return done(counts)
}

async function channel(tools: Tools, account: Account): Promise<Outcome<ChannelCounts>> {
  const read = await channelOf(tools, account)
  if (!read.ok) return read
  const { subscriberCount, hiddenSubscriberCount, videoCount } = read.value.statistics ?? {}
  return done({ followers: hiddenSubscriberCount ? undefined : subscriberCount, posts: videoCount })
}
