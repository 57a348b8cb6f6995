import { z } from 'zod'

/** The limits of one server. Lengths in graphemes, durations in minutes. */
export const limitsSchema = z.object({
  textMax: z.number(),
  imagesMax: z.number(),
  imageMaxBytes: z.number(),
  imageTypes: z.array(z.string()),
  altMax: z.number(),
  // Kept since 2026-11-25: what was read before has none.
  videoMaxBytes: z.number().default(103_809_024),
  videoTypes: z.array(z.string()).default(['video/mp4', 'video/webm']),
  videoMaxPixels: z.number().default(8_294_400),
  videoMaxFrameRate: z.number().default(120),
  pollChoicesMax: z.number(),
  pollChoiceLength: z.number(),
  pollMinutesMin: z.number(),
  pollMinutesMax: z.number(),
})

export type ServerLimits = z.infer<typeof limitsSchema>

/** Mastodon's defaults (docs.joinmastodon.org/entities/Instance, read 2026-11-22). */
export const defaultLimits: ServerLimits = {
  textMax: 500,
  imagesMax: 4,
  imageMaxBytes: 16_777_216,
  imageTypes: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
  altMax: 1500,
  videoMaxBytes: 103_809_024,
  videoTypes: ['video/mp4', 'video/webm'],
  videoMaxPixels: 8_294_400,
  videoMaxFrameRate: 120,
  pollChoicesMax: 4,
  pollChoiceLength: 50,
  pollMinutesMin: 5,
  pollMinutesMax: 43_829,
}

const count = z.number().int().positive().optional().catch(undefined)

/** `configuration` of `/api/v2/instance` and of `/api/v1/instance`: the same shape in both. */
export const instanceSchema = z.object({
  configuration: z
    .object({
      statuses: z.object({ max_characters: count, max_media_attachments: count }).optional(),
      media_attachments: z
        .object({
          supported_mime_types: z.array(z.string()).optional().catch(undefined),
          image_size_limit: count,
          description_limit: count,
          video_size_limit: count,
          video_matrix_limit: count,
          video_frame_rate_limit: count,
        })
        .optional(),
      polls: z
        .object({
          max_options: count,
          max_characters_per_option: count,
          min_expiration: count,
          max_expiration: count,
        })
        .optional(),
    })
    .optional(),
  /** Before there was a configuration, and on servers that kept it: Pleroma, Akkoma. */
  max_toot_chars: count,
})

/** The limits in what a server says of itself; what it leaves out has Mastodon's default. */
export function limitsFrom(instance: z.infer<typeof instanceSchema>): ServerLimits {
  const { statuses, media_attachments: media, polls } = instance.configuration ?? {}
  const ofKind = (kind: string) =>
    media?.supported_mime_types?.filter((type) => type.startsWith(kind))
  const images = ofKind('image/')
  return {
    textMax: statuses?.max_characters ?? instance.max_toot_chars ?? defaultLimits.textMax,
    imagesMax: statuses?.max_media_attachments ?? defaultLimits.imagesMax,
    imageMaxBytes: media?.image_size_limit ?? defaultLimits.imageMaxBytes,
    imageTypes: images?.length ? images : defaultLimits.imageTypes,
    altMax: media?.description_limit ?? defaultLimits.altMax,
    videoMaxBytes: media?.video_size_limit ?? defaultLimits.videoMaxBytes,
    videoTypes: ofKind('video/') ?? defaultLimits.videoTypes,
    videoMaxPixels: media?.video_matrix_limit ?? defaultLimits.videoMaxPixels,
    videoMaxFrameRate: media?.video_frame_rate_limit ?? defaultLimits.videoMaxFrameRate,
    pollChoicesMax: polls?.max_options ?? defaultLimits.pollChoicesMax,
    pollChoiceLength: polls?.max_characters_per_option ?? defaultLimits.pollChoiceLength,
    pollMinutesMin: minutes(polls?.min_expiration) ?? defaultLimits.pollMinutesMin,
    pollMinutesMax: minutes(polls?.max_expiration) ?? defaultLimits.pollMinutesMax,
  }
}

const minutes = (seconds: number | undefined) => (seconds ? Math.ceil(seconds / 60) : undefined)
