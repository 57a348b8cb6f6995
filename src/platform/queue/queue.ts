import type { Text } from '#platform/text.ts'

/** A durable queue that several processes share: whatever was put in it is handed out until it is done. */
export interface Queue {
  /** What stands in the way of putting anything in now; null when nothing is known to. */
  trouble(): Text | null
  /**
   * Puts all of them in, and answers once the queue says that it holds them.
   * @throws QueueAway when that is not certain of every one of them; those that went in are not put in twice by another try
   */
  put(items: readonly Outgoing[]): Promise<void>
  /** Hands out what waits, in bunches, one after the other, until told to stop. It never throws. */
  take(handle: (bunch: Taken[]) => Promise<void>, stop: AbortSignal): Promise<void>
  /** Whether everything that was put in before this item is done. @throws QueueAway */
  isOldest(item: Taken): Promise<boolean>
  /** How much waits, and how much of it is in somebody's hands. @throws QueueAway */
  load(): Promise<{ waiting: number; inHand: number; bytes: number }>
  close(): Promise<void>
}

export interface Outgoing {
  /** The same within some minutes is the same item, taken in once. */
  id: string
  /** Letters, figures and dashes: by whom it may be told apart in the queue's own tools. */
  topic: string
  body: Uint8Array
}

/** An item in our hands. It comes back, to us or to another, unless it is done before the hand is too old. */
export interface Taken {
  body: Uint8Array
  /** How often it was handed out, this time included. */
  times: number
  done(): void
  /** Gives it back, not to be handed out again before so many milliseconds. */
  later(ms: number): void
}

/** The queue could not be reached or would take nothing. `why` completes “Waiting for the queue: …”. */
export class QueueAway extends Error {
  override readonly name = 'QueueAway'
  readonly why: Text

  constructor(why: Text, cause?: unknown) {
    super(why.en, { cause })
    this.why = why
  }
}

/** The queue is there and will not do as it is set up: a person must change a setting. */
export class QueueRefused extends Error {
  override readonly name = 'QueueRefused'
  readonly text: Text

  constructor(text: Text, cause?: unknown) {
    super(text.en, { cause })
    this.text = text
  }
}

/** Where the queue is and how to be let in. */
export interface QueueSettings {
  /** `host:port` each. */
  servers: readonly string[]
  /** Asks for TLS, and for nothing less. */
  tls: boolean
  user?: string
  password?: string
  token?: string
  /** The text of a credentials file. */
  creds?: string
  /** Name of the stream, of this desk alone. */
  stream: string
  /** What may wait at most; beyond, nothing more is taken in. */
  maxBytes: number
  /** How long an item stays in the hands of a process that says nothing, in milliseconds. */
  handMs?: number
}
