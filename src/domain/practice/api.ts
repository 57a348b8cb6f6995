import { z } from 'zod'
import { id } from '#platform/http/shapes.ts'

/** What a practice network may be asked to do wrong. */
export const MISBEHAVIOURS = [
  'lost-answer',
  'refusing',
  'slow',
  'down',
  'nonsense',
  'revoked',
] as const

export const misbehaviour = z.object({
  channelId: id,
  kind: z.enum(MISBEHAVIOURS),
  /** How many times more. */
  left: z.number(),
})
export type MisbehaviourView = z.infer<typeof misbehaviour>
export type Misbehaviour = MisbehaviourView['kind']

export const misbehave = z.object({
  channelId: id,
  kind: z.enum(MISBEHAVIOURS),
  /** The next so many things it is sent. */
  times: z.number().int().min(1).max(20).default(1),
})

export const misbehaving = misbehaviour.extend({
  /** With which to connect the account again, where nobody chose one; told this once. */
  password: z.string().nullable(),
})
export type MisbehavingView = z.infer<typeof misbehaving>

export const crisisView = z.object({
  /** How many posts people will have written by the end. */
  posts: z.number(),
})
export type CrisisView = z.infer<typeof crisisView>
