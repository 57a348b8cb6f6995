import { z } from 'zod'
import { postInput } from '#domain/publishing/api.ts'
import { id, instant } from '#platform/http/shapes.ts'

const everyWeeks = z.number().int().min(1).max(104)

export const evergreenInput = z.object({
  post: postInput,
  /** At most once in so many weeks. */
  everyWeeks: everyWeeks.default(8),
  /** Last day on which it may leave. */
  until: z.iso.date().nullable().default(null),
})

/** What is absent stays. */
export const evergreenChanges = z.object({
  post: postInput.optional(),
  everyWeeks: everyWeeks.optional(),
  until: z.iso.date().nullable().optional(),
  state: z.enum(['on', 'off']).optional(),
})

export const evergreenView = z.object({
  id,
  state: z.enum(['on', 'off']),
  post: postInput,
  everyWeeks: z.number(),
  until: z.string().nullable(),
  createdBy: z.string(),
  createdAt: instant,
  /** How often it has left from the shelf. */
  times: z.number(),
  /** When it left last, and the reactions counted since; null: not yet, or not counted yet. */
  last: z.object({ at: instant, postId: id, reactions: z.number().nullable() }).nullable(),
  /** Where it stands on the calendar now. */
  next: z.object({ at: instant, postId: id }).nullable(),
})
export type EvergreenView = z.infer<typeof evergreenView>
