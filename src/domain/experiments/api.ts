import { z } from 'zod'
import { id, instant } from '#platform/http/shapes.ts'

export const figureKind = z.enum(['clicks', 'engagement'])
export const exposureKind = z.enum(['views', 'followers', 'posts'])

const posts = z.array(id).max(50)

/** Chosen before the first figure comes in. */
export const planInput = z.object({
  figure: figureKind,
  exposure: exposureKind.default('followers'),
  /** Each post is counted during its own first hours: 72 is three days. */
  windowHours: z.number().int().min(1).max(720).default(72),
  /** Smallest relative difference that matters: 0.2 for 20 %. */
  minimumEffect: z.number().min(0.05).max(5).default(0.5),
  /** Level of the intervals. */
  certainty: z.union([z.literal(0.9), z.literal(0.95), z.literal(0.99)]).default(0.95),
  /** Clicks or reactions of both versions before anything is decided; what the difference needs, by default. */
  plannedEvents: z.number().int().min(10).max(10_000_000).optional(),
})

export const newExperiment = planInput.extend({
  name: z.string().trim().min(1).max(120),
  hypothesis: z.string().trim().max(1_000).default(''),
  /** Posts and drafts of each version. */
  a: posts.min(1),
  b: posts.min(1),
})
export type NewExperiment = z.input<typeof newExperiment>

/** More posts for a comparison that runs. */
export const morePosts = z.object({ a: posts.default([]), b: posts.default([]) })

export const forecastQuery = z.object({
  figure: figureKind,
  minimumEffect: z.coerce.number().min(0.05).max(5),
  certainty: z.coerce.number().min(0.5).max(0.999),
})

/** What a comparison will need, said before it starts. */
export const forecast = z.object({
  events: z.number(),
  /** What a post brought on average over the last 90 days; null when nothing is known. */
  perPost: z.number().nullable(),
  posts: z.number().nullable(),
})
export type ForecastView = z.infer<typeof forecast>

const estimate = z.object({ low: z.number(), mid: z.number(), high: z.number() })

export const postRow = z.object({
  postId: id,
  excerpt: z.string(),
  state: z.enum(['counted', 'counting', 'waiting', 'missing', 'no-link', 'unread']),
  publishedAt: instant.nullable(),
  countedUntil: instant.nullable(),
  channelIds: z.array(id),
  url: z.string().nullable(),
  count: z.number().nullable(),
  exposure: z.number().nullable(),
})
export type PostRow = z.infer<typeof postRow>

const arm = z.object({
  posts: z.array(postRow),
  count: z.number(),
  exposure: z.number(),
  /** Per view, per follower or per post; null when nothing is counted yet. */
  perExposure: estimate.nullable(),
})
export type ArmView = z.infer<typeof arm>

export const decisionKind = z.enum([
  'nothing-yet',
  'too-early',
  'cannot-tell',
  'a-better',
  'b-better',
  'no-difference-that-matters',
])

export const experimentSummary = z.object({
  id,
  name: z.string(),
  state: z.enum(['running', 'concluded']),
  figure: figureKind,
  startedAt: instant,
  concludedAt: instant.nullable(),
  posts: z.object({ a: z.number(), b: z.number() }),
  decision: decisionKind,
  /** What can be said now, or the finding that was kept. */
  sentence: z.string(),
})
export type ExperimentSummary = z.infer<typeof experimentSummary>
export const experimentList = z.array(experimentSummary)

export const experimentView = experimentSummary.extend({
  hypothesis: z.string(),
  plan: planInput.extend({ plannedEvents: z.number() }),
  /** What figures are divided by in fact: as planned, unless it could not be known. */
  exposure: exposureKind,
  needed: z.number().nullable(),
  a: arm,
  b: arm,
  /** B's figure over A's. */
  ratio: estimate.nullable(),
  probabilityBBetter: z.number().nullable(),
  /** What the reader should keep in mind. */
  cautions: z.array(z.object({ code: z.string(), sentence: z.string() })),
  /** What the rule promises, and what reading early or again does to it. */
  guarantee: z.string(),
  provenance: z.object({
    source: z.string(),
    denominator: z.string(),
    method: z.string(),
    gaps: z.array(z.string()),
  }),
})
export type ExperimentView = z.infer<typeof experimentView>
