import type { Text } from '#platform/text.ts'
import type { Account } from './account.ts'
import type { Outcome } from './failure.ts'
import type { Image, Video } from './media.ts'
import type { Tools } from './tools.ts'

/** What is to leave, already checked. The same delivery always carries the same `id` and `plannedAt`. */
export interface Outgoing {
  /** UUID of the delivery; the only source of idempotency keys. */
  id: string
  /** When it was planned to leave first; never changes with retries. */
  plannedAt: Date
  text: string
  language?: string
  images: Image[]
  /** Instead of images. */
  video?: Video
  options: Record<string, unknown>
  /** What the page behind its first link says of itself; only where the manifest says it is sent along. */
  card?: { url: string; title: string; description: string; image?: Image }
  /** Set when this is a reply from the inbox, or follows a post of ours: `data` is what `publish` gave with that. */
  replyTo?: { remoteId: string; data?: Record<string, unknown> }
  /** The name of who answers from the inbox, where it is a person. */
  by?: string
  /** Only where the manifest has polls. */
  poll?: Poll
  /** What `tools.keep` was given by an earlier attempt at the same delivery. */
  kept?: Record<string, unknown>
}

export interface Poll {
  choices: string[]
  /** How long people may vote. */
  minutes: number
  multiple: boolean
}

export interface Published {
  remoteId: string
  url: string
  publishedAt: Date
  /** Anything the network wants back later (cid, root…). */
  data?: Record<string, unknown>
}

/** How people have voted so far. Where several answers are allowed, votes are more than voters. */
export interface PollTally {
  /** Null where the network tells the votes only once the poll has ended. */
  choices: { label: string; votes: number }[] | null
  closesAt: Date
  closed: boolean
}

export interface Publish {
  /** Sends. Must answer `unknown-outcome` whenever the request may have been accepted. */
  publish(tools: Tools, account: Account, outgoing: Outgoing): Promise<Outcome<Published>>
  /**
   * Reads the network back: did this delivery leave? `null` means certainly not.
   * Called before anything is sent a second time. `unknown-outcome` says that the network never tells: a person is asked.
   */
  confirm(tools: Tools, account: Account, outgoing: Outgoing): Promise<Outcome<Published | null>>
  remove(
    tools: Tools,
    account: Account,
    published: { remoteId: string; data?: Record<string, unknown> },
  ): Promise<Outcome<null>>
  /**
   * Why what was said can be answered no more, or never could, where that is known without asking: the network lets
   * people be answered for a day only, or lets no program answer such a thing. Null where it can. Pure.
   * @param lastHeard when its author last spoke in that conversation
   */
  unanswerable?(said: { data?: Record<string, unknown> }, lastHeard: Date, now: Date): Text | null
  /** The votes of a post's poll so far; where the manifest has polls. */
  readPoll?(
    tools: Tools,
    account: Account,
    published: { remoteId: string; data?: Record<string, unknown> },
  ): Promise<Outcome<PollTally>>
  /** The remote id in the address of one of the account's posts, as a person copied it; null when it is none. */
  idIn?(account: Pick<Account, 'remoteId' | 'handle' | 'settings'>, url: URL): string | null
}
