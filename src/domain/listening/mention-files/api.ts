import { z } from 'zod'
import { id, instant } from '#platform/http/shapes.ts'
import { COLUMNS } from './columns.ts'

/** The place of a heading, counted from 0; -1 where the file does not tell it. */
const place = z.coerce.number().int().min(-1).max(499).optional()

/** What a person decides for the file as a whole; what is left out is worked out from the file. */
export const fileChoices = z.object({
  url: place,
  title: place,
  text: place,
  author: place,
  date: place,
  language: place,
  source: place,
  /** What comes first in `01/12`. */
  first: z.enum(['day', 'month']).optional(),
  /** Every row is a mention of this query too, whether it matches or not. */
  queryId: id.optional(),
})
export type FileChoices = z.output<typeof fileChoices>

/** `wrong`: what to do with rows that cannot be imported: refuse the whole, or leave them out. */
export const bringChoices = fileChoices.extend({
  wrong: z.enum(['refuse', 'leave-out']).default('refuse'),
})

export const filePreview = z.object({
  fileName: z.string(),
  headings: z.array(z.string()),
  /** By what is known of a mention, the place of its heading; -1 for nowhere. */
  places: z.record(z.enum(COLUMNS), z.number()),
  first: z.enum(['day', 'month']).nullable(),
  total: z.number(),
  /** Rows that become new mentions. */
  ready: z.number(),
  /** Their pages are mentions already: nothing is kept twice. */
  known: z.number(),
  /** No query finds them: they are not kept. */
  unmatched: z.number(),
  /** Rows that name the page of a row above. */
  repeated: z.number(),
  wrong: z.number(),
  /** The first two hundred things to say, in the order of the lines. */
  problems: z.array(z.object({ line: z.number(), sentence: z.string() })),
  /** The first twenty rows that can be read, as they are understood. */
  examples: z.array(
    z.object({
      line: z.number(),
      url: z.string(),
      title: z.string().nullable(),
      text: z.string(),
      author: z.string(),
      source: z.string(),
      at: instant,
      queries: z.array(z.string()),
      state: z.enum(['ready', 'known', 'unmatched']),
    }),
  ),
})
export type FilePreview = z.infer<typeof filePreview>

export const fileBrought = z.object({
  sourceId: id,
  name: z.string(),
  /** New mentions. */
  added: z.number(),
  known: z.number(),
  unmatched: z.number(),
  repeated: z.number(),
  leftOut: z.number(),
})
export type FileBrought = z.infer<typeof fileBrought>
