import { z } from 'zod'
import type { Metrics, PostCounts } from '#connectors/_contract/connector.ts'
import type { PostMetric } from '#connectors/_contract/manifest.ts'
import { done } from '#connectors/_contract/failure.ts'
import { callAs, profileFields, profileSchema } from './account.ts'

/** What v26.0 gives of images, carousels and reels alike (reference/instagram-media/insights, read 2026-11-25). */
const insights = {
  reach: 'reach',
  views: 'views',
  saved: 'bookmarks',
  shares: 'reposts',
} as const

/** Of a story, whose answers are private messages, and for the 24 hours in which it is seen. */
const storyInsights = {
  reach: 'reach',
  views: 'views',
  replies: 'replies',
  shares: 'reposts',
} as const

const countsSchema = z.object({
  // Left out where the account hides its likes.
  like_count: z.number().optional(),
  comments_count: z.number().optional(),
  media_product_type: z.string().optional(),
})

const insightsSchema = z.object({
  data: z.array(z.object({ name: z.string(), values: z.array(z.object({ value: z.unknown() })) })),
})

export const metrics: Metrics = {
  /** Two requests a post. A post that is gone is left out. */
  async posts(tools, account, remoteIds) {
    const counts: Record<string, PostCounts> = {}
    for (const id of remoteIds) {
      const asked = {
        path: `/${id}`,
        query: { fields: 'like_count,comments_count,media_product_type' },
      }
      const media = await callAs(tools, account, asked, countsSchema)
      // Gone, or something that has no such counts (a comment).
      if (!media.ok && media.failure.kind === 'rejected') continue
      if (!media.ok) return media
      const { like_count: likes, comments_count: replies, media_product_type: kind } = media.value
      const asks: Asks = kind === 'STORY' ? storyInsights : insights
      counts[id] = kind === 'STORY' ? { likes } : { likes, replies }
      const query = { metric: Object.keys(asks).join(',') }
      const told = await callAs(tools, account, { path: `/${id}/insights`, query }, insightsSchema)
      if (told.ok) Object.assign(counts[id], insightsIn(told.value, asks))
      // Too few viewers yet (10), or older than the professional account: it still has its counts.
      else if (told.failure.kind !== 'rejected' && !/viewers/i.test(told.failure.detail))
        return told
    }
    return done(counts)
  },
  async channel(tools, account) {
    const call = { path: `/${account.remoteId}`, query: { fields: profileFields } }
    const profile = await callAs(tools, account, call, profileSchema)
    if (!profile.ok) return profile
    const { followers_count, follows_count, media_count } = profile.value
    return done({ followers: followers_count, following: follows_count, posts: media_count })
  },
}

/** By Instagram's name of a count, ours. */
type Asks = Partial<Record<string, PostMetric>>

function insightsIn({ data }: z.infer<typeof insightsSchema>, asks: Asks): PostCounts {
  const told = data.flatMap(({ name, values }) => {
    const metric = asks[name]
    const value = values.at(-1)?.value
    return metric && typeof value === 'number' ? [[metric, value] as const] : []
  })
  return Object.fromEntries(told)
}
