import { z } from 'zod'
import type { Published } from '#connectors/_contract/connector.ts'

/** What we read of a post of the page (graph-api/reference/page-post, read 2026-11-25). */
export const postSchema = z.object({
  id: z.string(),
  message: z.string().default(''),
  created_time: z.string(),
  attachments: z
    .object({
      data: z.array(
        z.object({
          media_type: z.string().default(''),
          subattachments: z.object({ data: z.array(z.unknown()) }).optional(),
        }),
      ),
    })
    .optional(),
})

export type Post = z.infer<typeof postSchema>

export const postFields = 'id,message,created_time,attachments{media_type,subattachments}'

/** Facebook leads from the id to whatever it is. */
export const urlOf = (id: string) => `https://www.facebook.com/${id}`

export const publishedAs = (remoteId: string, publishedAt: Date): Published => ({
  remoteId,
  url: urlOf(remoteId),
  publishedAt,
})

/** How many photos and videos a post shows; the card of a link is none. */
export function mediaIn({ attachments }: Post): number {
  const [first] = attachments?.data ?? []
  if (!first || !['photo', 'album', 'video'].includes(first.media_type)) return 0
  return first.subattachments?.data.length ?? 1
}
