import { z } from 'zod'
import { profileSchema } from './profile.ts'

const strongRef = z.object({ uri: z.string(), cid: z.string() })

/** What we use of a record `app.bsky.feed.post` (lexicon, 2026-08-20). Anyone may have written it. */
export const postRecordSchema = z.object({
  text: z.string().catch(''),
  createdAt: z.string().optional().catch(undefined),
  langs: z.array(z.string()).optional().catch(undefined),
  reply: z.object({ root: strongRef, parent: strongRef }).optional().catch(undefined),
})

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
