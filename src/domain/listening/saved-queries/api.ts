import { z } from 'zod'
import { id, instant } from '#platform/http/shapes.ts'
import { expression, name, share, stretch } from '../shapes.ts'

/** Something to say about a place of an expression, in the reader's language. */
export const remark = z.object({ code: z.string(), at: stretch, sentence: z.string() })

/** A text that the query must find, or must not. */
export const queryExample = z.object({
  text: z.string().trim().min(1).max(2_000),
  wanted: z.boolean(),
})
export type QueryExample = z.infer<typeof queryExample>
const examples = z.array(queryExample).max(40)

export const queryInput = z.object({
  name: name.optional(),
  expression,
  examples: examples.optional(),
  /** Saves although an example fails. */
  evenFailing: z.boolean().optional(),
})
export const queryChanges = queryInput.partial()

export const expressionCheck = z.object({
  expression,
  examples: examples.optional(),
  /** The name under which it is to be saved: naming itself is refused. */
  name: name.optional(),
})

export const foreignQuery = z.object({ expression })
export const broughtIn = z.object({
  expression: z.string(),
  /** What changed meaning or could not come. */
  changes: z.array(z.object({ written: z.string(), sentence: z.string() })),
})
export type BroughtIn = z.infer<typeof broughtIn>

export const checkedExpression = z.object({
  error: remark.nullable(),
  /** How it was understood, every operator written out; null when it was not. */
  reading: z.string().nullable(),
  notes: z.array(remark),
  /** For each example in its order: does it do as it must? */
  examples: z.array(z.boolean()),
  /** What it would find among the last things read. */
  preview: z
    .object({
      looked: z.number(),
      found: z.number(),
      examples: z.array(z.string()),
      /** Of its words and phrases, how many of what is found hold each, and how many only it brings. */
      terms: z.array(z.object({ written: z.string(), found: z.number(), alone: z.number() })),
    })
    .nullable(),
})
export type CheckedExpression = z.infer<typeof checkedExpression>

export const queriesQuery = z.object({ days: z.coerce.number().int().min(7).max(90).default(14) })

export const queryView = z.object({
  id,
  name: z.string(),
  expression: z.string(),
  reading: z.string(),
  /** Why it can no longer be read, and finds nothing until it is mended; null of a query that is read. */
  unreadable: remark.nullable(),
  examples: z.array(queryExample),
  createdAt: instant,
  updatedAt: instant,
  /** Mentions not dismissed, by the day they were written in the company's zone; every day of the period is there. */
  days: z.array(z.object({ day: z.iso.date(), value: z.number() })),
  found: z.number(),
  /** In as many days before. */
  foundBefore: z.number(),
  unseen: z.number(),
  lastFoundAt: instant.nullable(),
  /** How many of its mentions were judged, and the share on the subject; null while too few are to tell. */
  precision: z.object({ judged: z.number(), share: share.nullable() }),
})
export type QueryView = z.infer<typeof queryView>
