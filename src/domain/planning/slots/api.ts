import { z } from 'zod'
import { id, instant, wallTime } from '#platform/http/shapes.ts'

/** An hour of the week, on the company's wall. */
export const hour = z.object({
  /** 1 is Monday. */
  weekday: z.number().int().min(1).max(7),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** Kept for the shelf: what a person queues does not take it. */
  evergreen: z.boolean().default(false),
})
export type Hour = z.output<typeof hour>

export const slotsView = z.object({
  timeZone: z.string(),
  slots: z.array(hour.extend({ channelId: id })),
})
export type SlotsView = z.infer<typeof slotsView>

/** All the hours of one account: those that are not named are gone. */
export const slotsInput = z.object({ channelId: id, slots: z.array(hour).max(336) })

export const nextQuery = z.object({
  channelIds: z.array(id).or(id.transform((one) => [one])),
  /** A post that stands somewhere already, and may stay there. */
  postId: id.optional(),
})
export const nextView = z.object({
  next: z.object({ wallTime, timeZone: z.string(), at: instant }).nullable(),
  /** Why there is none. */
  reason: z.string().nullable(),
})
export type NextView = z.infer<typeof nextView>

export const queueQuery = z.object({ channelId: id })
export const queueView = z.object({
  timeZone: z.string(),
  /** Slots and posts of the coming days, in order. */
  entries: z.array(
    z.object({
      wallTime,
      at: instant,
      /** Whether a slot of the account stands there, and for whom. */
      slot: z.enum(['queue', 'evergreen']).nullable(),
      post: z
        .object({
          id,
          excerpt: z.string(),
          channelIds: z.array(id),
          origin: z.string().nullable(),
          version: z.number(),
        })
        .nullable(),
    }),
  ),
})
export type QueueView = z.infer<typeof queueView>
export type QueueEntry = QueueView['entries'][number]

/** The posts of a queue in their new order; they share the times they had. */
export const orderInput = z.object({ channelId: id, postIds: z.array(id).min(2).max(200) })
