import { z } from 'zod'
import { id, instant } from '#platform/http/shapes.ts'

/** The period ends now; it is compared to those of the same length in the four weeks before. */
export const topicsQuery = z.object({
  queryId: id.optional(),
  days: z.coerce.number().int().min(1).max(7).default(7),
})
export const unexpectedQuery = topicsQuery.omit({ queryId: true })

const example = z.object({
  excerpt: z.string(),
  url: z.string(),
  author: z.string().nullable(),
  source: z.string(),
  at: instant,
})

const topic = z.object({
  /** The words of the topic as people spell them; figures are of the first. */
  words: z.array(z.string()),
  kind: z.enum(['words', 'hashtag', 'link']),
  /** Every post with the first word, copies too. Whether it is new is judged with copies counted once. */
  posts: z.number(),
  voices: z.number(),
  sources: z.number(),
  /** Posts with the first word in each usual period, oldest first, then in this one. */
  periods: z.array(z.number()),
  /** Their mean over the usual periods. */
  usual: z.number(),
  /** Its first post of the period, and whether it was never met in the weeks before. */
  since: instant,
  neverBefore: z.boolean(),
  lastDay: z.number(),
  dayBefore: z.number(),
  examples: z.array(example),
  /** A saved query that would follow it. */
  expression: z.string(),
})
export type TopicView = z.infer<typeof topic>

export const topicsView = z.object({
  /** told: compared. too-early: fewer than two weeks, or too few posts, to call anything usual. nothing-read: no post. */
  state: z.enum(['told', 'too-early', 'nothing-read']),
  period: z.object({ days: z.number(), since: instant, until: instant, usualSince: instant }),
  posts: z.number(),
  usualPosts: z.number(),
  /** Periods before this one that it is compared to, and how many it takes at least. */
  usualPeriods: z.number(),
  neededPeriods: z.number(),
  /** Sources listened to for less than two weeks before the period: left out, all they bring would look new. */
  sourcesTooNew: z.number(),
  /** How many terms were compared. */
  tested: z.number(),
  topics: z.array(topic),
  /** The most used terms, now and on average in a usual period. */
  map: z.array(
    z.object({ word: z.string(), posts: z.number(), usual: z.number(), isNew: z.boolean() }),
  ),
  /** Said with a query's words: in how many of its posts, and of all other posts read. Empty without a query. */
  together: z.array(z.object({ word: z.string(), posts: z.number(), elsewhere: z.number() })),
  elsewherePosts: z.number(),
})
export type TopicsView = z.infer<typeof topicsView>
