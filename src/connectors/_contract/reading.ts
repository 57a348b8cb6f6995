import type { Account } from './account.ts'
import type { Outcome } from './failure.ts'
import type { ChannelMetric, PostMetric } from './manifest.ts'
import type { Tools } from './tools.ts'

export interface Author {
  remoteId: string
  handle: string
  name: string
  avatarUrl?: string
  profileUrl?: string
  followers?: number
}

/** Something said to us, or about one of our posts. */
export interface Inbound {
  remoteId: string
  kind: 'comment' | 'mention' | 'message'
  /** All inbound items of one exchange share it. */
  threadId: string
  /** The remote id of our post it answers, if it does. */
  inReplyTo?: string
  author: Author
  /** Plain text. HTML of the network is already turned into text. */
  text: string
  url?: string
  at: Date
  /** Kept and handed back as `replyTo.data` when we answer. */
  data?: Record<string, unknown>
}

export interface Page<T> {
  items: T[]
  /** Opaque; handed back next time. Absent: nothing newer yet, keep the former one. */
  cursor?: string
}

export interface Inbox {
  /** Oldest first, everything since the cursor, at most a few pages. May repeat items; must not skip any. */
  read(tools: Tools, account: Account, cursor: string | null): Promise<Outcome<Page<Inbound>>>
  /**
   * One public post that anybody wrote, found elsewhere, as `read` would tell it had it been said to us: it can then be
   * answered. Absent where the network lets nobody answer such posts, or does not tell them one by one.
   * @returns `rejected` when the account sees no such post
   */
  find?(
    tools: Tools,
    account: Account,
    post: Pick<Found, 'remoteId' | 'url'>,
  ): Promise<Outcome<Inbound>>
}

export type PostCounts = Partial<Record<PostMetric, number>>

export type ChannelCounts = Partial<Record<ChannelMetric, number>>

export interface Metrics {
  /** Cumulative counts by remote id. A post that no longer exists is left out. */
  posts(
    tools: Tools,
    account: Account,
    remoteIds: string[],
  ): Promise<Outcome<Record<string, PostCounts>>>
  channel(tools: Tools, account: Account): Promise<Outcome<ChannelCounts>>
}

/** A public post or article found outside our own accounts. */
export interface Found {
  remoteId: string
  url: string
  author?: Author
  title?: string
  text: string
  language?: string
  /** How many pictures came with it; absent when the network does not say. */
  images?: number
  at: Date
  /** When it only passes on a post of the same network: the remote id of that one. */
  reshareOf?: string
  /** How often it had been reshared when it was read; absent when the network does not say. */
  reshares?: number
}

/** Who tells at once of what is new at a source (W3C WebSub, section 4): one asks `hub` for `topic`. */
export interface Hub {
  hub: string
  topic: string
}

/** What a source said. */
export interface Heard extends Page<Found> {
  /** Null when it names no hub; absent when nothing was said of it this time: what was known holds. */
  hub?: Hub | null
}

export interface Listen {
  /** Needs no account and looks for words all the same: `source` is `{ terms }`, as it is wherever there is an account. */
  searches?: true
  /** What stands at an address is watched for what appears there: any page, not a feed. */
  watches?: true
  /** The least time between two readings of a source, where the network asks for more patience than usual. */
  everyMs?: number
  /**
   * What is new at a source since the cursor, oldest first.
   * @param account null for sources that need none (feeds)
   * @param source settings of the source: `{ url }` for a feed, `{ terms }` for a search
   */
  read(
    tools: Tools,
    account: Account | null,
    source: Record<string, unknown>,
    cursor: string | null,
  ): Promise<Outcome<Heard>>
}

/** People of the network, for whoever writes a mention. */
export interface Mention {
  /**
   * Those whose name or handle begins like this, the likeliest first, at most ten; none is no failure.
   * @param q two characters at least, without `@`
   */
  search(tools: Tools, account: Account, q: string): Promise<Outcome<Author[]>>
}
