import { z } from 'zod'
import { id, instant, words } from '#platform/http/shapes.ts'

/** The words a comment is about, where they stand and what stands around them; offsets in UTF-16 units. */
const anchorInput = z.object({
  start: z.number().int().min(0).max(20_000),
  quote: words(2000).min(1),
  before: words(64).default(''),
  after: words(64).default(''),
})

export const commentInput = z.object({
  body: words(4000).trim().min(1),
  replyTo: id.nullable().default(null),
  /** Whose text it is beside; null: the shared one. */
  channelId: id.nullable().default(null),
  part: z.number().int().min(0).max(24).default(0),
  anchor: anchorInput.nullable().default(null),
})

export const commentView = z.object({
  id,
  replyTo: id.nullable(),
  channelId: id.nullable(),
  part: z.number(),
  /** The words it was written about; null: about the whole. */
  quote: z.string().nullable(),
  /** Where these words stand now; null when they are gone. */
  at: z.object({ start: z.number(), end: z.number() }).nullable(),
  body: z.string(),
  by: z.object({ kind: z.enum(['member', 'key', 'guest']), id: z.string(), name: z.string() }),
  createdAt: instant,
  resolvedAt: instant.nullable(),
  resolvedBy: z.string().nullable(),
})
export type CommentView = z.infer<typeof commentView>

export const resolveInput = z.object({ resolved: z.boolean() })
