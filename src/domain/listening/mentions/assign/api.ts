import { z } from 'zod'
import { id, instant } from '#platform/http/shapes.ts'

/** Null gives it back to nobody; what is said with it goes too. */
export const assignmentInput = z.object({
  userId: z.union([z.literal('me'), id]).nullable(),
  note: z.string().trim().max(500).default(''),
})

export const assignmentView = z.object({
  userId: id,
  name: z.string(),
  /** The name of the person or the program that gave it. */
  by: z.string(),
  at: instant,
  note: z.string(),
})
export type AssignmentView = z.infer<typeof assignmentView>

/** Whose mentions: mine, those of nobody, or of a member by their id. */
export const assigneeFilter = z.union([z.enum(['me', 'nobody']), id])

/** How many mentions are in the charge of whoever asks. */
export const myCharge = z.object({ mine: z.number().int() })
export type MyCharge = z.infer<typeof myCharge>
