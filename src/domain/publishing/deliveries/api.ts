import { z } from 'zod'
import { id, instant } from '#platform/http/shapes.ts'

export const deliveryState = z.enum([
  'planned',
  'sending',
  /** A person was asked to put it up by hand. */
  'handed',
  'published',
  'failed',
  'unknown',
  'cancelled',
])

/** The post itself, what follows it in a thread, the first comment under it, or an answer from the inbox. */
export const deliveryKind = z.enum(['post', 'part', 'comment', 'reply'])

/** Why it stays although its hour comes. */
export const hold = z.enum(['approval', 'crisis', 'ask'])

export const attemptView = z.object({
  at: instant,
  /** What was tried and what the network said, in plain words of the reader's language. */
  sentence: z.string(),
  outcome: z.string().nullable(),
})

export const deliveryView = z.object({
  id,
  channelId: id,
  state: deliveryState,
  holds: z.array(hold),
  kind: deliveryKind,
  /** Place in its chain: the post is 0, the parts of its thread follow, its first comment comes last. */
  part: z.number(),
  /** What leaves, or left: the text with its links replaced. */
  text: z.string(),
  dueAt: instant,
  publishedAt: instant.nullable(),
  remoteUrl: z.string().nullable(),
  /** What went wrong and what to do; null when nothing did. */
  trouble: z.string().nullable(),
  /** What the desk does next and when, or what it waits for; null when its state says it all. */
  next: z.string().nullable(),
  /** What the person may do now. */
  actions: z.array(z.enum(['release', 'retry', 'cancel', 'mark-published', 'check-again'])),
  attempts: z.array(attemptView),
  /** How people voted, as the network told it last; null where nothing was asked, or told yet. */
  poll: z
    .object({
      choices: z.array(z.object({ label: z.string(), votes: z.number() })),
      endsAt: instant,
      over: z.boolean(),
      readAt: instant.nullable(),
    })
    .nullable(),
})
export type DeliveryView = z.infer<typeof deliveryView>

/** Where a person found it on the network. */
export const markPublishedInput = z
  .object({
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .nullish(),
  })
  .nullish()
