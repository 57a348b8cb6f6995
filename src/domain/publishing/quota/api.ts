import { z } from 'zod'
import { id, instant, timeZone, wallTime } from '#platform/http/shapes.ts'
import { postInput } from '../posts/api.ts'

/** How much of a network's quota an account has used, by this desk's own count. */
const quotaView = z.object({
  id: z.string(),
  what: z.string(),
  used: z.number(),
  /** What is planned in the same stretch of time, this post left out. */
  planned: z.number(),
  /** What this post adds; 0 where no post is meant. */
  adds: z.number(),
  max: z.number(),
  /** When the first of what is counted counts no more; null when nothing is. */
  freesAt: instant.nullable(),
  /** "3 of 25 posts today", in the reader's language. */
  sentence: z.string(),
  /** Too many, with what is planned: the sentence that says so. */
  warning: z.string().nullable(),
  /** Politeness towards a machine: worth telling only when it comes near. */
  quiet: z.boolean(),
  source: z.string(),
  date: z.string(),
})
export type QuotaView = z.infer<typeof quotaView>

const costView = z.object({
  /** Of this post; 0 where no post is meant. */
  amount: z.number(),
  /** Of the calendar month it leaves in: what left, what is planned, and this post. */
  month: z.number(),
  currency: z.string(),
  /** Play money. */
  practice: z.boolean(),
  sentence: z.string(),
  source: z.string(),
  date: z.string(),
})
export type CostView = z.infer<typeof costView>

export const meterView = z.object({
  channelId: id,
  quotas: z.array(quotaView),
  costs: z.array(costView),
})
export type MeterView = z.infer<typeof meterView>

/** A post that is being written, and when it would leave: now, when nothing is said. */
export const meterInput = postInput.extend({
  /** The post itself, so that it is not counted twice. */
  postId: id.optional(),
  wallTime: wallTime.optional(),
  timeZone: timeZone.optional(),
})
