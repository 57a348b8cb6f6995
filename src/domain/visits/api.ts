import { z } from 'zod'
import { id, instant } from '#platform/http/shapes.ts'

/** As long as any account may allow. */
const LONGEST_TEXT = 5000

/** What a visitor writes; sent again under the same id, it is kept once. */
export const visitorMessage = z.object({
  id,
  text: z.string().trim().min(1).max(LONGEST_TEXT),
  language: z.enum(['en', 'fr']).default('en'),
})
export type VisitorMessage = z.output<typeof visitorMessage>

/** Who they are, if they care to say. */
export const visitorCard = z.object({
  id,
  name: z.string().trim().max(80).default(''),
  email: z.union([z.literal(''), z.email().max(200)]).default(''),
})
export type VisitorCard = z.output<typeof visitorCard>

export const threadMessage = z.object({
  /** Grows with every message; handed back as `after`. */
  seq: z.number(),
  /** The visitor's own name for it; null for answers. */
  id: id.nullable(),
  from: z.enum(['visitor', 'company']),
  by: z.string().nullable(),
  text: z.string(),
  at: instant,
})
export type ThreadMessage = z.infer<typeof threadMessage>

export const threadView = z.object({
  /** False when this desk knows no such conversation: it has not begun, was erased, or was kept long enough. */
  known: z.boolean(),
  /** Whether the company has closed it. */
  ended: z.boolean(),
  messages: z.array(threadMessage),
})
export type ThreadView = z.infer<typeof threadView>

export const threadQuery = z.object({ after: z.coerce.number().int().min(0).default(0) })

/** What a company needs to put it on its website. */
export const embedView = z.object({
  line: z.string(),
  tryUrl: z.url(),
  /** What was typed in to connect it, by the names of its form. */
  fields: z.record(z.string(), z.string()),
})
export type EmbedView = z.infer<typeof embedView>
