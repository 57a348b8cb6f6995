import { z } from 'zod'
import { id, instant } from '#platform/http/shapes.ts'
import { risks } from '../signals/names.ts'
import { scales, subjects } from './detector/scales.ts'

const words = (longest: number) => z.string().trim().max(longest)

export const settingsView = z.object({
  /** False alarms borne in a month, for all queries together. */
  perMonth: z.number().min(0.1).max(60),
  byMail: z.boolean(),
  /** What was agreed to do, in the company's own words. */
  policy: words(5_000),
  people: z
    .array(z.object({ name: words(120).min(1), role: words(120), phone: words(60) }))
    .max(20),
  /** Of which a single post is told at once, beside the budget. */
  risks: z.array(z.enum(risks)).max(risks.length),
})
/** Where risks are not told of, those chosen before stay. */
export const settingsInput = settingsView.partial({ risks: true })
export type AlertSettings = z.infer<typeof settingsView>

export const factsView = z.object({
  terms: z.array(z.object({ word: z.string(), posts: z.number(), before: z.number() })),
  first: z
    .object({
      mentionId: id,
      url: z.string(),
      author: z.string(),
      excerpt: z.string(),
      at: instant,
    })
    .nullable(),
  amplifier: z
    .object({
      name: z.string(),
      url: z.string().nullable(),
      followers: z.number().nullable(),
      posts: z.number(),
    })
    .nullable(),
  /** Null until mentions are judged. */
  negatives: z.object({ negative: z.number(), judged: z.number() }).nullable(),
  spread: z.object({
    posts: z.number(),
    authors: z.number(),
    sources: z.number(),
    lastHour: z.number(),
    hourBefore: z.number(),
  }),
  /** Sources not heard for three hours or more. */
  silent: z.array(z.object({ name: z.string(), since: instant })),
})

export const alertView = z.object({
  id,
  query: z.object({ id: id.nullable(), name: z.string() }),
  state: z.enum(['open', 'acknowledged', 'closed']),
  verdict: z.enum(['real', 'nothing']).nullable(),
  /**
   * Which mentions were counted: all, those whose opinion is negative or that carry a risk, or (`post`) those that carry
   * the one risk of which a single post is told.
   */
  subject: z.enum([...subjects, 'post']),
  /** Over how long: five minutes, an hour, two hours, a day; null for single posts. */
  scale: z.enum(scales).nullable(),
  risk: z.enum(risks).nullable(),
  openedAt: instant,
  beganAt: instant,
  /** When it had been calm again for twelve hours, or was closed. */
  endedAt: instant.nullable(),
  count: z.number(),
  expected: z.number(),
  alarm: z.number(),
  /** How often it was told: once, and again each time it had doubled. */
  level: z.number(),
  snoozedUntil: instant.nullable(),
  acknowledgedBy: z.string().nullable(),
  closedBy: z.string().nullable(),
  facts: factsView,
})
export type AlertView = z.infer<typeof alertView>

export const alertHour = z.object({
  at: instant,
  count: z.number(),
  expected: z.number().nullable(),
  alarm: z.number().nullable(),
})
export type AlertHour = z.infer<typeof alertHour>

export const alertDetail = alertView.extend({
  /** Hour by hour, from two days before it began until a day after it ended at most. */
  hours: z.array(alertHour),
})
export type AlertDetail = z.infer<typeof alertDetail>

export const watchView = z.object({
  query: z.object({ id, name: z.string() }),
  /** learning: we cannot tell yet. first-days: only a great rise is told. deaf: no source is listened to. */
  state: z.enum(['deaf', 'learning', 'first-days', 'watched']),
  /** Whole days it rests on. */
  days: z.number(),
  /** Of all mentions of this hour: what is expected, and from which count on it rings. */
  expected: z.number().nullable(),
  alarm: z.number().nullable(),
})
export type WatchView = z.infer<typeof watchView>

export const alertsView = z.object({
  alerts: z.array(alertView),
  watched: z.array(watchView),
  silent: factsView.shape.silent,
  /** Sources too new to be counted. */
  tooNew: z.number(),
})
export type AlertsView = z.infer<typeof alertsView>

/** How many posts of a risk would have been told one by one in the last thirty days, copies counted once. */
export const riskyPosts = z.array(z.object({ risk: z.enum(risks), posts: z.number().int() }))
export type RiskyPosts = z.infer<typeof riskyPosts>

export const openCount = z.object({ open: z.number() })

export const closing = z.object({ verdict: z.enum(['real', 'nothing']) })
export const snoozing = z.object({ hours: z.number().int().min(1).max(72) })
