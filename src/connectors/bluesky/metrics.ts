import { z } from 'zod'
import type {
  Account,
  ChannelCounts,
  Metrics,
  PostCounts,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { postViewSchema } from './post-view.ts'
import { profileSchema } from './profile.ts'
import { openSession } from './session.ts'

export const metrics: Metrics = { posts, channel }

/** Lexicon `app.bsky.feed.getPosts`, 2026-08-20. */
const postsPerCall = 25

async function posts(
  tools: Tools,
  account: Account,
  remoteIds: string[],
): Promise<Outcome<Record<string, PostCounts>>> {
  const session = openSession(tools, account)
  const counts: Record<string, PostCounts> = {}
  for (let start = 0; start < remoteIds.length; start += postsPerCall) {
    const params = { uris: remoteIds.slice(start, start + postsPerCall) }
    const call = { method: 'app.bsky.feed.getPosts', params }
    const answer = await session.call(call, z.object({ posts: z.array(postViewSchema) }))
    if (!answer.ok) return answer
    for (const post of answer.value.posts) {
      counts[post.uri] = {
        likes: post.likeCount,
        reposts: post.repostCount,
        replies: post.replyCount,
        quotes: post.quoteCount,
        bookmarks: post.bookmarkCount,
      }
    }
  }
  return done(counts)
}

async function channel(tools: Tools, account: Account): Promise<Outcome<ChannelCounts>> {
  const session = openSession(tools, account)
  const call = { method: 'app.bsky.actor.getProfile', params: { actor: session.did } }
  const answer = await session.call(call, profileSchema)
  if (!answer.ok) return answer
  const { followersCount, followsCount, postsCount } = answer.value
  return done({ followers: followersCount, following: followsCount, posts: postsCount })
}
