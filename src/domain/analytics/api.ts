import { z } from 'zod'
import { day, id } from '#platform/http/shapes.ts'

/** Days of the company's calendar, both included. */
export const resultsQuery = z.object({
  from: day,
  to: day,
  channelId: id.optional(),
})

/** Where a figure comes from, so that a screen can always say it. */
export const provenance = z.object({
  /** What was counted, and from where. */
  source: z.string(),
  /** Divided by what; null for a plain count. */
  denominator: z.string().nullable(),
  /** What is missing: days without a reading, networks that do not tell. Empty when nothing is. */
  gaps: z.array(z.string()),
})

export const figure = z.object({
  key: z.enum(['posts', 'engagement', 'engagement-rate', 'followers', 'clicks', 'check-ins']),
  label: z.string(),
  /** Null: we cannot tell yet. */
  value: z.number().nullable(),
  before: z.number().nullable(),
  unit: z.enum(['count', 'percent']),
  provenance,
})
export type FigureView = z.infer<typeof figure>

export const rankedPost = z.object({
  postId: id.nullable(),
  deliveryId: id,
  channelId: id,
  excerpt: z.string(),
  url: z.string().nullable(),
  publishedAt: z.string(),
  /** By metric name; null where the network does not tell it. */
  counts: z.record(z.string(), z.number().nullable()),
  engagement: z.number().nullable(),
  clicks: z.number(),
})

export const results = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  previousFrom: z.iso.date(),
  previousTo: z.iso.date(),
  timeZone: z.string(),
  figures: z.array(figure),
  /** One point a day; null where nothing was read. */
  curve: z.object({
    label: z.string(),
    current: z.array(z.object({ day: z.iso.date(), value: z.number().nullable() })),
    previous: z.array(z.object({ day: z.iso.date(), value: z.number().nullable() })),
    provenance,
  }),
  channels: z.array(
    z.object({
      channelId: id,
      engagement: z.number().nullable(),
      followers: z.number().nullable(),
      clicks: z.number(),
      posts: z.number(),
    }),
  ),
  posts: z.array(rankedPost),
})
export type ResultsView = z.infer<typeof results>

/** What the posts of a campaign have brought; `before` is null throughout: a campaign has no period before it. */
export const campaignResults = z.object({ figures: z.array(figure) })
export type CampaignResults = z.infer<typeof campaignResults>
