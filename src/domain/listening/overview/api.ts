import { z } from 'zod'
import { provenance } from '#domain/analytics/api.ts'
import { day, id } from '#platform/http/shapes.ts'

export const grains = ['hour', 'day', 'week'] as const
export type Grain = (typeof grains)[number]

/** Days of the company's calendar, both included. */
export const overviewQuery = z.object({
  from: day,
  to: day,
  queryId: id.optional(),
  sourceId: id.optional(),
  by: z.enum(grains).default('day'),
})

/** Between 0 and 1, with its 95 % interval. */
const share = z.object({ low: z.number(), value: z.number(), high: z.number() })

const opinions = {
  negative: z.number(),
  neutral: z.number(),
  positive: z.number(),
  /** The model would not say. */
  unsure: z.number(),
  /** Kept before the desk could read an opinion. */
  unread: z.number(),
  /** Of all these, what a person said. */
  byPerson: z.number(),
}

export const overviewPoint = z.object({
  /** A day (a Monday for a week): `2026-11-22`; for an hour, its wall-clock time: `2026-11-22T08:00`. */
  at: z.string(),
  mentions: z.number(),
  ...opinions,
  /** Of the mentions whose opinion is read and sure; null when they are too few to tell. */
  negativeShare: share.nullable(),
  positiveShare: share.nullable(),
})
export type OverviewPoint = z.infer<typeof overviewPoint>

const figure = z.object({
  key: z.enum(['mentions', 'negative', 'positive', 'unsure']),
  label: z.string(),
  /** A count, or a share between 0 and 1. Null: we cannot tell yet. */
  value: z.number().nullable(),
  before: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  provenance,
})
export type OverviewFigure = z.infer<typeof figure>

export const voices = z.object({
  /** Null until somebody says which query is us. */
  rows: z
    .array(
      z.object({
        queryId: id,
        name: z.string(),
        ours: z.boolean(),
        mentions: z.number(),
        share: share.nullable(),
      }),
    )
    .nullable(),
  provenance,
})

export const overview = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  previousFrom: z.iso.date(),
  previousTo: z.iso.date(),
  timeZone: z.string(),
  by: z.enum(grains),
  queries: z.array(z.object({ id, name: z.string() })),
  sources: z.array(z.object({ id, name: z.string() })),
  figures: z.array(figure),
  points: z.array(overviewPoint),
  /** The same, by the finest grain from the one asked on in which shares can be told at half the places that have any. */
  opinion: z.object({ by: z.enum(grains), points: z.array(overviewPoint) }),
  /** Mentions of the period before, rank by rank. */
  previous: z.array(z.object({ at: z.string(), mentions: z.number() })),
  /** How few read opinions are too few to draw a share. */
  fewest: z.number(),
  voices,
  authors: z.array(
    z.object({
      /** To ask for the mentions of theirs; null where nothing tells them apart from others. */
      key: z.string().nullable(),
      name: z.string(),
      handle: z.string(),
      network: z.string(),
      url: z.string().nullable(),
      mentions: z.number(),
      /** Null where the network does not tell. */
      followers: z.number().nullable(),
    }),
  ),
  bySource: z.array(z.object({ id: id.nullable(), name: z.string(), mentions: z.number() })),
})
export type Overview = z.infer<typeof overview>

export const comparison = z.object({ ours: id.nullable(), rivals: z.array(id).max(20) })
export type Comparison = z.infer<typeof comparison>
