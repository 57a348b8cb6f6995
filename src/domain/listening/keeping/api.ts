import { z } from 'zod'
import { instant } from '#platform/http/shapes.ts'

/** Months offered to people; programs may give others. */
export const offeredMonths = [3, 6, 13, 25, 37]

const months = z.number().int().min(1).max(120)

/** How long mentions that nobody touched are kept, counted from the day they were written; null: for ever. */
export const keepingInput = z.object({ months: months.nullable() })

export const keepingView = keepingInput.extend({
  /** How many are older than each length offered, and would be erased by choosing it. */
  older: z.array(z.object({ months, mentions: z.number() })),
  /** How many went the last time that any did. */
  erased: z.number(),
  erasedAt: instant.nullable(),
})
export type KeepingView = z.infer<typeof keepingView>
