import { z } from 'zod'
import { id, instant } from '#platform/http/shapes.ts'
import { HINT_KINDS } from './hint.ts'

const hintKind = z.enum(HINT_KINDS)

/** A remark about the words of a post, with its reason. */
export const hintView = z.object({
  kind: hintKind,
  sentence: z.string(),
  why: z.string(),
  /** Where the claim comes from: an address or a paper; null for a habit. */
  source: z.string().nullable(),
  /** The account whose own text it is about; null for the text that accounts share. */
  channelId: id.nullable(),
  /** The passage, as UTF-16 offsets into that text; null for the whole of it. */
  where: z.object({ start: z.number(), end: z.number() }).nullable(),
})
export type HintView = z.infer<typeof hintView>

/** A kind of hint, and whether this company wants it. */
export const hintKindView = z.object({
  kind: hintKind,
  name: z.string(),
  silencedBy: z.string().nullable(),
  silencedAt: instant.nullable(),
})
export type HintKindView = z.infer<typeof hintKindView>

export const hintKindParams = z.object({ kind: hintKind })
export const hintKindChange = z.object({ silenced: z.boolean() })
