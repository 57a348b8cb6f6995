import { z } from 'zod'
import { id, instant } from '#platform/http/shapes.ts'

/** A post by the same account that says nearly the same: told, never in the way. */
export const similarPost = z.object({
  deliveryId: id,
  postId: id.nullable(),
  text: z.string(),
  at: instant,
  isPlanned: z.boolean(),
  url: z.string().nullable(),
  /** Share of the text in common, 0 to 1. */
  likeness: z.number(),
})
export type SimilarPost = z.infer<typeof similarPost>
