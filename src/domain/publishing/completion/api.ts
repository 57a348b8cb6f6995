import { z } from 'zod'
import { id } from '#platform/http/shapes.ts'

export const hashtagsQuery = z.object({ q: z.string().max(100).default('') })

/** A hashtag the company has used, as it wrote it most often. */
export const hashtagView = z.object({
  tag: z.string(),
  count: z.number(),
  lastUsedAt: z.iso.datetime({ offset: true }),
})
export type HashtagView = z.infer<typeof hashtagView>

export const mentionsQuery = z.object({
  q: z.string().trim().max(60),
  /** Accounts the text would leave by: handles are looked for on their networks. */
  channelId: z
    .array(id)
    .max(10)
    .or(id.transform((one) => [one])),
})

/** Somebody to mention, by the handle that one network knows. */
export const mentionView = z.object({
  handle: z.string(),
  name: z.string(),
  avatarUrl: z.string().nullable(),
  connectorId: z.string(),
  networkName: z.string(),
  stamp: z.string(),
  /** Whether they have spoken to us before. */
  known: z.boolean(),
})
export type MentionView = z.infer<typeof mentionView>
