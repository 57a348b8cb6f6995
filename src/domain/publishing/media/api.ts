import { z } from 'zod'
import { id, instant, pageQuery, words } from '#platform/http/shapes.ts'

/** Where to look in a picture: from the left and from the top, 0 to 1. */
export const focal = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })

/** Ratios that a picture can be cut to for one account, width by height. */
export const CROPS = ['4:5', '1:1', '16:9'] as const
export const crop = z.enum(CROPS)

export const mediaView = z.object({
  id,
  kind: z.enum(['image', 'video']),
  url: z.string(),
  /** A small still: of the picture, or of the poster of a video. */
  thumbnailUrl: z.string(),
  type: z.string(),
  bytes: z.number(),
  width: z.number(),
  height: z.number(),
  alt: z.string(),
  /** The point to keep in sight when it is cut; null: the middle. */
  focal: focal.nullable(),
  fileName: z.string(),
  /** What a video is made of; null for a picture. */
  video: z
    .object({
      seconds: z.number(),
      videoCodec: z.string(),
      audioCodec: z.string().nullable(),
      frameRate: z.number(),
    })
    .nullable(),
  /** Whether a still of it was chosen. */
  hasPoster: z.boolean(),
  createdAt: instant,
})
export type MediaView = z.infer<typeof mediaView>

/** As the library lists it. */
export const mediaItem = mediaView.extend({
  /** Posts that show it. */
  uses: z.number(),
})
export type MediaItem = z.infer<typeof mediaItem>

export const mediaQuery = pageQuery.extend({
  after: id.optional(),
  /** Words of its name or of what it shows. */
  search: z.string().trim().max(200).optional(),
  show: z.enum(['all', 'undescribed', 'used', 'unused', 'videos']).default('all'),
})

/** Where it is used. */
export const mediaUses = z.object({
  count: z.number(),
  /** The latest. */
  posts: z.array(z.object({ id, excerpt: z.string() })),
})
export type MediaUses = z.infer<typeof mediaUses>

/** What is absent stays as it is. */
export const mediaChanges = z.object({
  alt: words(4000).optional(),
  focal: focal.nullable().optional(),
})

const measures = z.object({
  type: z.string(),
  bytes: z.number(),
  width: z.number(),
  height: z.number(),
})

/** What becomes of a picture on its way to an account. */
export const departureView = z.object({
  mediaId: id,
  crop: crop.nullable(),
  /** The ratio in which the network shows it, when it has one. */
  shownAt: crop.nullable(),
  before: measures,
  after: measures,
  /** The picture as it will leave. */
  url: z.string(),
})
export type DepartureView = z.infer<typeof departureView>
