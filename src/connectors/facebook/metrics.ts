import { z } from 'zod'
import type { Metrics, PostCounts } from '#connectors/_contract/connector.ts'
import { done } from '#connectors/_contract/failure.ts'
import { callAs, pageFields, pageSchema } from './page.ts'

/**
 * Only what the current version gives: impressions and unique impressions were withdrawn on 2025-11-15 and with v26.0
 * in favour of views and of viewers (platforminsights/page/deprecated-metrics; blog of 2026-02-18; read 2026-11-25).
 */
const insights = {
  post_total_media_view_unique: 'reach',
  post_media_view: 'views',
  post_clicks: 'clicks',
} as const

const summed = z.object({ summary: z.object({ total_count: z.number() }) }).optional()

const countsSchema = z.object({
  reactions: summed,
  comments: summed,
  shares: z.object({ count: z.number() }).optional(),
})

const fields = [
  'reactions.limit(0).summary(total_count)',
  'comments.filter(stream).limit(0).summary(total_count)',
  'shares',
].join(',')

const insightsSchema = z.object({
  data: z.array(z.object({ name: z.string(), values: z.array(z.object({ value: z.unknown() })) })),
})

export const metrics: Metrics = {
  /** Two requests a post. A post that is gone is left out; a page of fewer than 100 people has no insights. */
  async posts(tools, account, remoteIds) {
    const counts: Record<string, PostCounts> = {}
    for (const id of remoteIds) {
      const post = await callAs(tools, account, { path: `/${id}`, query: { fields } }, countsSchema)
      // Gone, or something that has no such counts (a comment).
      if (!post.ok && post.failure.kind === 'rejected') continue
      if (!post.ok) return post
      const { reactions, comments, shares } = post.value
      counts[id] = {
        likes: reactions?.summary.total_count ?? 0,
        replies: comments?.summary.total_count ?? 0,
        reposts: shares?.count ?? 0,
      }
      const query = { metric: Object.keys(insights).join(','), period: 'lifetime' }
      const told = await callAs(tools, account, { path: `/${id}/insights`, query }, insightsSchema)
      if (told.ok) Object.assign(counts[id], insightsIn(told.value))
      // What has no insights (a comment, a metric that Facebook withdrew) still has its counts.
      else if (told.failure.kind !== 'rejected') return told
    }
    return done(counts)
  },
  async channel(tools, account) {
    const call = { path: `/${account.remoteId}`, query: { fields: pageFields } }
    const page = await callAs(tools, account, call, pageSchema)
    return page.ok ? done({ followers: page.value.followers_count }) : page
  },
}

function insightsIn({ data }: z.infer<typeof insightsSchema>): PostCounts {
  const told = data.flatMap(({ name, values }) => {
    const metric = insights[name as keyof typeof insights]
    const value = values.at(-1)?.value
    return metric && typeof value === 'number' ? [[metric, value] as const] : []
  })
  return Object.fromEntries(told)
}
