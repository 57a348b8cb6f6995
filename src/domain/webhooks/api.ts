import { z } from 'zod'
import { id, instant } from '#platform/http/shapes.ts'

const address = z.url({ protocol: /^https?$/ }).max(2000)

export const webhookInput = z.object({
  name: z.string().trim().min(1).max(80),
  url: address,
  /** Names of `GET /webhooks/events`. */
  events: z.array(z.string()).min(1).max(50),
})

export const webhookChanges = webhookInput.partial().extend({
  /** `on` also revives one that was given up. */
  state: z.enum(['on', 'paused']).optional(),
})

export const webhookView = z.object({
  id,
  name: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  state: z.enum(['on', 'paused', 'gave-up']),
  failingSince: instant.nullable(),
  createdAt: instant,
  createdBy: z.string(),
})
export type WebhookView = z.infer<typeof webhookView>

/** The only answers that hold the secret itself. */
export const freshWebhook = webhookView.extend({ secret: z.string() })
export type FreshWebhook = z.infer<typeof freshWebhook>

export const toldEvent = z.object({ name: z.string(), sentence: z.string() })
export type ToldEvent = z.infer<typeof toldEvent>

export const messageView = z.object({
  id,
  event: z.string(),
  at: instant,
  state: z.enum(['planned', 'delivered', 'failed']),
  /** When it is tried next; null when it is not. */
  nextAt: instant.nullable(),
  body: z.string(),
  attempts: z.array(
    z.object({ at: instant, status: z.number().nullable(), sentence: z.string(), ms: z.number() }),
  ),
})
export type MessageView = z.infer<typeof messageView>
