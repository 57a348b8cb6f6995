import type { Account } from './account.ts'
import type { Inbound } from './reading.ts'

/** A request that came to this desk's address for the network. Nothing says yet that the network sent it. */
export interface WebhookRequest {
  method: 'GET' | 'POST'
  /** The whole address as the network wrote it: some sign it. */
  url: URL
  /** By names in lower case. */
  headers: Record<string, string | undefined>
  /** As it arrived: signatures are over these bytes. */
  body: Uint8Array
}

/** What a request can be verified by. */
export interface WebhookKeys {
  /** The keys of the company's app, where the manifest asks for one and they are entered. */
  app?: Record<string, string>
  /** The company's connected accounts at the network, for those whose secrets sign. */
  accounts: Account[]
  /**
   * The word this desk and the network agreed on, the same for ever: the person copied it from the app's steps
   * (`{verifyToken}`), or the connector gave it when it subscribed.
   */
  verifyToken: string
  now: Date
}

/** One thing that happened there, as it is stored before the network is answered. */
export interface WebhookEvent {
  /** Its name at the network, the same when it is delivered again: it is kept once. At most 200 characters. */
  key: string
  /** The remote id of the account it is about. */
  account: string
  /** What was said of it; handed to `read` later. */
  body: Record<string, unknown>
}

export type WebhookAnswer =
  /** Not from the network, or too old to be told now: answered 401, nothing is kept. `why` goes to the log. */
  | { kind: 'refused'; why: string }
  /** The network asks whether this address is ours: answered as it wants, nothing is kept. */
  | { kind: 'answer'; text: string }
  /** Verified. Kept first, then answered 200. */
  | { kind: 'events'; events: WebhookEvent[] }

/** What an event comes to. */
export interface WebhookNews {
  /** What was said to us, where the event carries it. */
  inbound: Inbound[]
  /** What is worth reading at once because of it, where the event only says that something is new. */
  soon: ('inbox' | 'metrics' | 'check')[]
}

/** For networks that tell of what happens there by themselves. Both are pure: no request, no clock of their own. */
export interface Webhook {
  /** Who calls, and what happened. Compares signatures in constant time; refuses what was signed too long ago. */
  take(request: WebhookRequest, keys: WebhookKeys): WebhookAnswer
  /** Nothing at all for an event that does not concern us. Never throws, whatever the body. */
  read(event: WebhookEvent, account: Account): WebhookNews
}
