import { z } from 'zod'

/** What a look is about: programs and screens may rely on it. */
const ABOUT = ['address', 'keys', 'clock', 'reach', 'access', 'account'] as const

/** One thing that was looked at. `unknown`: it cannot be told from here. */
export const look = z.object({
  about: z.enum(ABOUT),
  state: z.enum(['done', 'to-do', 'unknown']),
  what: z.string(),
  /** What to do, if anything. */
  next: z.string().nullable(),
})
export type LookView = z.infer<typeof look>
