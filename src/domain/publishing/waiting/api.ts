import { z } from 'zod'
import { id, instant } from '#platform/http/shapes.ts'

const DAY_MINUTES = 1440

/** What a company decided about publishing. */
export const publishingRules = z.object({
  /**
   * What is later than this when the desk comes to it is not published but waits for a person; 0: whatever is
   * late. Never more than a day.
   */
  lateMinutes: z.number().int().min(0).max(DAY_MINUTES),
  /** How many days back a new text is compared with what left before; 0: not at all. */
  duplicateDays: z.number().int().min(0).max(365),
})
export type PublishingRules = z.infer<typeof publishingRules>

export const rulesChanges = publishingRules.partial()

/** A post or a reply that leaves by no account until a person says what becomes of it. */
export const waitingItem = z.object({
  /** The post's id; a reply's own. */
  key: id,
  postId: id.nullable(),
  kind: z.enum(['post', 'reply']),
  text: z.string(),
  /** When it should leave, or should have left. */
  plannedAt: instant,
  /** That hour is past. */
  isLate: z.boolean(),
  wallTime: z.string().nullable(),
  timeZone: z.string().nullable(),
  version: z.number().nullable(),
  /** Whether it may be given another time: nothing of it has left. */
  isMovable: z.boolean(),
  accounts: z.array(z.object({ deliveryId: id, channelId: id })),
})
export type WaitingItem = z.infer<typeof waitingItem>

export const decideInput = z.object({
  ids: z.array(id).min(1).max(500),
  /** `release`: publish, at its hour or else now; `cancel`: do not publish; `ask`: undo either, it waits again. */
  decision: z.enum(['release', 'cancel', 'ask']),
})

export const decidedView = z.object({
  /** What was decided, and when each leaves; null when it does not, or waits again. */
  decided: z.array(z.object({ id, at: instant.nullable() })),
  /** Accounts that must be connected again first: what waits for them still waits. */
  closed: z.array(z.string()),
})
export type DecidedView = z.infer<typeof decidedView>
