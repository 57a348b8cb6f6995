import { z } from 'zod'
import { HAND_COUNTS } from '#connectors/_contract/connector.ts'
import { day, instant } from '#platform/http/shapes.ts'

const count = z.number().int().min(0).max(1_000_000_000)
const metric = z.enum(HAND_COUNTS)

/** What a person counted of a post by the end of a day; totals since it was put up, null takes one back. */
export const figuresInput = z.object({
  day: z.iso.date(),
  counts: z.partialRecord(metric, count.nullable()),
})

export const handFigures = z.object({
  /** What can be counted of it. */
  counts: z.array(metric),
  /** Days on which it may be counted: from when it was put up to today, or to when it is no longer followed. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** Newest day first. */
  days: z.array(
    z.object({
      day: z.iso.date(),
      counts: z.partialRecord(metric, z.number()),
      enteredBy: z.string(),
      enteredAt: instant,
      /** “Entered by hand by Camille on 25 November 2026”. */
      source: z.string(),
    }),
  ),
})
export type HandFigures = z.infer<typeof handFigures>

/** People who came and went on one day. */
export const visitsInput = z.object({
  day: z.iso.date(),
  arrivals: count.max(10_000_000),
  /** Null: nobody counted them. */
  departures: count.max(10_000_000).nullable().default(null),
})

export const visitsQuery = z.object({ from: day, to: day })

const dayVisits = z.object({
  day: z.iso.date(),
  arrivals: z.number(),
  departures: z.number().nullable(),
  enteredBy: z.string(),
  enteredAt: instant,
  source: z.string(),
})
export const visitsView = z.object({
  today: z.iso.date(),
  arrivals: z.number(),
  departures: z.number().nullable(),
  /** Newest first; a day that nobody counted is not there. */
  days: z.array(dayVisits),
})
export type VisitsView = z.infer<typeof visitsView>
