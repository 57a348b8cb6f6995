import type { Text } from '#platform/text.ts'
import type { Account } from './account.ts'
import type { Outcome } from './failure.ts'
import type { ChannelMetric, Manifest, PostMetric } from './manifest.ts'
import type { Page } from './page.ts'
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
  /** Words and phrases that the network says it holds, where it does not hand over the text that holds them. */
  holds?: string[]
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
  /** What could not be read though the rest was: a sentence for the list of sources. */
  trouble?: Text
}

/** Places of a network that are followed each as a source of its own: a community, a server. */
export interface Places {
  /** Whether they are read in the name of a connected account. */
  account: 'none' | 'needed'
  /** What it brings, and what a person must know to choose. */
  help: Text
  fields: Manifest['connect']['fields']
  /** What is wrong with a filled-in form, by field. Pure. */
  check(settings: Record<string, string>): { field: string; reason: Text } | null
  /** The name of such a source, unless a person gives another. Pure. */
  nameOf(settings: Record<string, string>): string
  /** Whether all that is said there is read, rather than what holds the words searched for. Pure. */
  readsAll(settings: Record<string, unknown>): boolean
}

export interface Listen {
  /** `read` is then also given what a person filled in, beside `terms`. */
  places?: Places
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
  /**
   * Which of these finds their authors or others took off since, where the network wants them forgotten with it.
   * @param remoteIds a hundred at most
   */
  gone?(tools: Tools, account: Account, remoteIds: string[]): Promise<Outcome<string[]>>
}

/** People of the network, for whoever writes a mention. */
export interface Mention {
  /**
   * Those whose name or handle begins like this, the likeliest first, at most ten; none is no failure.
   * @param q two characters at least, without `@`
   */
  search(tools: Tools, account: Account, q: string): Promise<Outcome<Author[]>>
}
