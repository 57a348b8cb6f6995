import { z } from 'zod'

export const figuresQuery = z.object({
  /** What becomes of rows that are wrong: none is entered, or they are left out. */
  wrong: z.enum(['refuse', 'leave-out']).default('refuse'),
})

/** What a table of figures becomes, row by row. */
export const figuresPreview = z.object({
  rows: z.array(
    z.object({
      line: z.number(),
      /** What is counted: the words of a post, or the name of an account. */
      about: z.string(),
      day: z.string().nullable(),
      figures: z.array(z.object({ name: z.string(), value: z.number() })),
      state: z.enum(['ready', 'wrong']),
      /** The post was not known: it is kept as one of the past. */
      isPast: z.boolean(),
      problems: z.array(z.string()),
    }),
  ),
  ready: z.number(),
  wrong: z.number(),
})
export type FiguresPreview = z.infer<typeof figuresPreview>
