import { z } from 'zod'
import { id } from '#platform/http/shapes.ts'

export const hoursQuery = z.object({ channelId: id })

export const hoursView = z.object({
  /** `too-few`: nobody can tell yet; `nothing`: no hour stands out of chance; `silent`: the network tells no reactions. */
  verdict: z.enum(['silent', 'too-few', 'nothing', 'found']),
  /** Posts of the account whose reactions were counted. */
  posts: z.number(),
  needed: z.number(),
  /** How far back, in days, and how old a post must be to count. */
  days: z.number(),
  restDays: z.number(),
  hours: z.array(
    z.object({
      /** 1 is Monday; null: whatever the weekday. */
      weekday: z.number().nullable(),
      hour: z.number().nullable(),
      posts: z.number(),
      ratio: z.number(),
      low: z.number(),
      high: z.number(),
    }),
  ),
})
export type HoursView = z.infer<typeof hoursView>
