import { z } from 'zod'
import { postInput } from '#domain/publishing/api.ts'
import { id, instant, timeZone, wallTime } from '#platform/http/shapes.ts'

/** An RRULE of RFC 5545: days only, once a day at most, with COUNT or UNTIL. */
const rule = z.string().min(6).max(500)
/** Taken in turn instead of the post's text, so that networks do not see the same thing twice. */
const texts = z.array(z.string().trim().min(1).max(20_000)).max(50)

export const seriesInput = z.object({
  rule,
  /** The first time, and the hour of all. */
  wallTime,
  timeZone: timeZone.optional(),
})

export const recurrenceInput = seriesInput.extend({
  post: postInput,
  texts: texts.default([]),
  /** A draft it was written as: taken off, for the series makes its own posts. */
  fromPostId: id.optional(),
})

/** What is absent stays. `from`: this time and the following; without it, all that is still to come. */
export const recurrenceChanges = z.object({
  version: z.number().int(),
  from: wallTime.optional(),
  post: postInput.optional(),
  texts: texts.optional(),
  /** `09:30`: another hour for all of them. */
  time: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .optional(),
  rule: rule.optional(),
})

export const stateInput = z.object({ state: z.enum(['on', 'off']) })
export const skipInput = z.object({ wallTime, skipped: z.boolean() })

export const occurrenceView = z.object({
  wallTime,
  at: instant,
  state: z.enum(['waiting', 'made', 'past', 'skipped', 'missed', 'refused']),
  postId: id.nullable(),
  /** Why no post could be scheduled for it. */
  reason: z.string().nullable(),
})
export type OccurrenceView = z.infer<typeof occurrenceView>

export const recurrenceView = z.object({
  id,
  state: z.enum(['on', 'off']),
  rule: z.string(),
  wallTime,
  timeZone: z.string(),
  post: postInput,
  texts: z.array(z.string()),
  followsId: id.nullable(),
  createdBy: z.string(),
  createdAt: instant,
  version: z.number(),
  /** How many are still to come. */
  left: z.number(),
  /** How many passed while the desk could not send them. */
  missed: z.number(),
  occurrences: z.array(occurrenceView),
})
export type RecurrenceView = z.infer<typeof recurrenceView>

/** Which times a rule gives. */
export const timesView = z.object({
  count: z.number(),
  times: z.array(z.object({ wallTime, at: instant })),
})
export type TimesView = z.infer<typeof timesView>
