import { z } from 'zod'
import { id, instant, language } from '#platform/http/shapes.ts'

const contender = z.object({ label: z.string().trim().min(1).max(60), mediaId: id })
const way = z.enum(['page', 'poll', 'reactions'])

export const duelInput = z.object({
  question: z.string().trim().min(3).max(200),
  first: contender,
  second: contender,
  way: way.default('page'),
  language: language.optional(),
  channelIds: z.array(id).max(60).default([]),
  /** How long people may answer, from the moment the duel is made. */
  days: z.number().int().min(1).max(60).default(7),
})

const decision = z.enum(['open', 'order-first', 'order-second', 'cannot-tell'])
export type Decision = z.infer<typeof decision>

const tally = z.object({ first: z.number(), second: z.number() })

export const duelView = z.object({
  id,
  question: z.string(),
  language,
  first: contender.extend({ thumbnailUrl: z.string() }),
  second: contender.extend({ thumbnailUrl: z.string() }),
  way,
  /** Where people vote; null when they do it on the network. */
  url: z.string().nullable(),
  closesAt: instant,
  closed: z.boolean(),
  postId: id.nullable(),
  createdBy: z.string(),
  votes: tally,
  /** Set apart: looks like somebody who had voted already. */
  doubtful: tally,
  /** By account: what its poll or its reactions say; null when the network has not told yet. */
  sources: z.array(z.object({ channelId: id, votes: tally.nullable() })),
  /** Share of the first, and between which it lies with 95 % certainty. */
  share: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }),
  decision,
  /** What it means and what it does not, in words. */
  sentences: z.array(z.string()),
})
export type DuelView = z.infer<typeof duelView>
