import { z } from 'zod'
import { id } from '#platform/http/shapes.ts'
import { mentionView } from '../mentions/api.ts'
import { share } from '../shapes.ts'

export const judgingView = z.object({
  /** Twenty of its mentions drawn at random, always the same while they are there. */
  hits: z.array(z.object({ mention: mentionView, relevant: z.boolean().nullable() })),
  judged: z.number(),
  relevant: z.number(),
  /** The share of relevant mentions with its 95 % interval; null while too few are judged to tell. */
  precision: share.nullable(),
  /** How many must be judged before it can be told. */
  needed: z.number(),
  /** Words and phrases, by how many of the judged mentions that hold them are off the subject. */
  noise: z.array(z.object({ written: z.string(), off: z.number(), judged: z.number() })),
})
export type JudgingView = z.infer<typeof judgingView>

/** Null takes a judgement back. */
export const judgement = z.object({ mentionId: id, relevant: z.boolean().nullable() })
