import { z } from 'zod'
import { profileSchema } from './profile.ts'

const strongRef = z.object({ uri: z.string(), cid: z.string() })

const picturesSchema = z.object({ images: z.array(z.unknown()) })
/** `app.bsky.embed.images`, alone or beside a quoted post (`recordWithMedia`). */
const embedSchema = z.union([picturesSchema, z.object({ media: picturesSchema })])

/** What we use of a record `app.bsky.feed.post` (lexicon, 2026-08-20). Anyone may have written it. */
export const postRecordSchema = z.object({
  text: z.string().catch(''),
  createdAt: z.string().optional().catch(undefined),
  langs: z.array(z.string()).optional().catch(undefined),
  reply: z.object({ root: strongRef, parent: strongRef }).optional().catch(undefined),
  embed: embedSchema.optional().catch(undefined),
})

/** How many pictures a post shows; one of the other embeds shows none. */
export function picturesIn({ embed }: z.infer<typeof postRecordSchema>): number {
  if (!embed) return 0
  return ('media' in embed ? embed.media : embed).images.length
}

/** What we use of `app.bsky.feed.defs#postView`. */
export const postViewSchema = z.object({
  uri: z.string(),
  cid: z.string(),
  author: profileSchema,
  record: postRecordSchema,
  indexedAt: z.string(),
  likeCount: z.number().optional(),
  repostCount: z.number().optional(),
  replyCount: z.number().optional(),
  quoteCount: z.number().optional(),
  bookmarkCount: z.number().optional(),
})
