import type { Generated, JSONColumnType, Selectable } from 'kysely'

export interface WebhooksTables {
  webhooks: {
    id: string
    companyId: string
    name: string
    url: string
    events: string[]
    sealedSecret: string
    sealedFormerSecret: string | null
    formerUntil: Date | null
    state: Generated<'on' | 'paused' | 'gave-up'>
    failingSince: Date | null
    createdBy: string
    createdAt: Date
  }
  webhookMessages: {
    id: string
    companyId: string
    webhookId: string
    eventId: number | null
    event: string
    body: string
    at: Date
    state: Generated<'planned' | 'delivered' | 'failed'>
    dueAt: Date
    leaseUntil: Date | null
    tries: Generated<number>
    attempts: JSONColumnType<Attempt[], string | undefined, string>
  }
}

/** One request, as it ended. */
export interface Attempt {
  at: string
  /** What the other side answered; null when it did not. */
  status: number | null
  /** Why there was no answer: a kind of the guarded fetch. */
  failure: string | null
  /** The beginning of what the other side said. */
  said: string
  /** How long it took, in milliseconds. */
  ms: number
}

export type Webhook = Selectable<WebhooksTables['webhooks']>
export type Message = Selectable<WebhooksTables['webhookMessages']>
