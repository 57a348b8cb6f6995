import type {
  Account,
  ChannelCounts,
  Metrics,
  PostCounts,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { call, isGone } from './api.ts'
import { profileSchema } from './connect.ts'
import { pinSchema } from './pin.ts'

export const metrics: Metrics = { posts, channel }

/** One request a Pin: that for many is open to few apps. A Pin that is gone is left out. */
async function posts(
  tools: Tools,
  account: Account,
  remoteIds: string[],
): Promise<Outcome<Record<string, PostCounts>>> {
  const counts: Record<string, PostCounts> = {}
  for (const id of remoteIds) {
    const request = { path: `pins/${encodeURIComponent(id)}`, query: { pin_metrics: 'true' } }
    const answer = await call(tools, account, request, pinSchema)
    if (answer.ok) {
      // Once a day: of a new Pin Pinterest says nothing yet.
      const life = answer.value.pin_metrics?.lifetime_metrics
      counts[id] = {
        likes: life?.reaction,
        replies: life?.comment,
        views: life?.impression,
        clicks: life?.clickthrough,
      }
    } else if (!isGone(answer.failure)) return answer
  }
  return done(counts)
}

async function channel(tools: Tools, account: Account): Promise<Outcome<ChannelCounts>> {
  const answer = await call(tools, account, { path: 'user_account' }, profileSchema)
  if (!answer.ok) return answer
  const { follower_count, following_count, pin_count } = answer.value
  return done({
    followers: follower_count ?? undefined,
    following: following_count ?? undefined,
    posts: pin_count ?? undefined,
  })
}
