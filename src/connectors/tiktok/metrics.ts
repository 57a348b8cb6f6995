import { z } from 'zod'
import type { Account, Metrics, PostCounts, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { call } from './api.ts'
import { statusOf } from './status.ts'

export const metrics: Metrics = { posts, channel }

const count = z.number().int().nonnegative().nullish()

const querySchema = z.object({
  videos: z
    .array(
      z.object({
        id: z.string(),
        like_count: count,
        comment_count: count,
        share_count: count,
        view_count: count,
      }),
    )
    .default([]),
})

/** At a time (tiktok-api-v2-video-query). */
const most = 20

async function posts(
  tools: Tools,
  account: Account,
  remoteIds: string[],
): Promise<Outcome<Record<string, PostCounts>>> {
  const known = await publicIds(tools, account, remoteIds)
  if (!known.ok) return known
  const counts: Record<string, PostCounts> = {}
  const ids = [...known.value.keys()]
  for (let from = 0; from < ids.length; from += most) {
    const request = {
      path: 'video/query/',
      query: { fields: 'id,like_count,comment_count,share_count,view_count' },
      method: 'POST' as const,
      json: { filters: { video_ids: ids.slice(from, from + most) } },
    }
    const answer = await call(tools, account, request, querySchema)
    if (!answer.ok) return answer
    for (const video of answer.value.videos) {
      const remoteId = known.value.get(video.id)
      if (remoteId) counts[remoteId] = countsOf(video)
    }
  }
  return done(counts)
}

type Counted = z.infer<typeof querySchema>['videos'][number]

/** What TikTok does not tell is left out: it is not zero. */
function countsOf({ like_count, comment_count, share_count, view_count }: Counted): PostCounts {
  return {
    ...(like_count == null ? {} : { likes: like_count }),
    ...(comment_count == null ? {} : { replies: comment_count }),
    ...(share_count == null ? {} : { reposts: share_count }),
    ...(view_count == null ? {} : { views: view_count }),
  }
}

const isPublicId = (id: string) => /^\d+$/.test(id)
/** Of those without a public number, so many are asked about in one go: a minute allows thirty requests. */
const mostAsked = 10

/** By public number, the number under which we know a post: it may have left before TikTok gave it its own. */
async function publicIds(
  tools: Tools,
  account: Account,
  remoteIds: string[],
): Promise<Outcome<Map<string, string>>> {
  const known = new Map(remoteIds.filter(isPublicId).map((id) => [id, id]))
  const others = remoteIds.filter((id) => !isPublicId(id)).slice(-mostAsked)
  for (const publishId of others) {
    const told = await statusOf(tools, account, publishId)
    if (!told.ok && told.failure.kind !== 'rejected') return told
    const [id] = told.ok ? told.value.publicaly_available_post_id : []
    if (id) known.set(id, publishId)
  }
  return done(known)
}

const statsSchema = z.object({
  user: z.object({ follower_count: count, following_count: count, video_count: count }),
})

async function channel(tools: Tools, account: Account) {
  const query = { fields: 'follower_count,following_count,video_count' }
  const answer = await call(tools, account, { path: 'user/info/', query }, statsSchema)
  if (!answer.ok) return answer
  const { follower_count, following_count, video_count } = answer.value.user
  return done({
    ...(follower_count == null ? {} : { followers: follower_count }),
    ...(following_count == null ? {} : { following: following_count }),
    ...(video_count == null ? {} : { posts: video_count }),
  })
}
