import type { Clock } from '#platform/clock.ts'
import type { OpenCourier } from '#platform/mail/courier.ts'
import type { Text } from '#platform/text.ts'
import type { Outcome } from './failure.ts'
import type { ChannelMetric, ImageRatio, Manifest, ManifestInput, PostMetric } from './manifest.ts'
import { manifestSchema } from './manifest.ts'
import type { TextRules } from './text-rules.ts'

/** What a connector may use of the desk. It knows no database and decides no retry. */
export interface Tools {
  /** The guarded fetch: private addresses refused, time and size capped. Rejects with a `FetchFailure`. */
  fetch: (url: string | URL, init?: FetchInit) => Promise<Response>
  /**
   * A WebSocket, guarded as the fetch is, for networks that speak by it. Rejects with a `FetchFailure` when it does
   * not open.
   */
  socket?: (url: string | URL, init?: SocketInit) => Promise<Socket>
  clock: Clock
  log: { info(o: object, m?: string): void; warn(o: object, m?: string): void }
  /** The keys of the company's app, by the names of `manifest.connect.app.fields`; set wherever that is declared. */
  app?: Record<string, string>
  /** Opens a conversation with a mail server, guarded as the fetch is. Rejects with a `MailFailure`. */
  courier?: OpenCourier
  /** Where what is written to a list of people waits to leave for each of them; set where there are `letters`. */
  mailings?: Mailings
  /**
   * Keeps secrets that the network renewed in the middle of a call, before the call goes on.
   * A connector renews by itself only when this is given: a renewed secret that is lost locks us out.
   */
  saveSecrets?: (secrets: Record<string, string>, expiresAt?: Date) => Promise<void>
  /**
   * While something is published: writes down what the next attempt must know, before the request that makes it
   * matter (the container of a network that wants two steps). It comes back as `outgoing.kept`.
   */
  keep?: (facts: Record<string, unknown>) => Promise<void>
  /**
   * While something is published: an `https` address where the network itself can fetch the image or video, good for
   * a day, for those that take media by address only. Absent when nobody outside can reach this desk.
   */
  addressOf?: (media: Image | Video) => Promise<string>
}

/** A letter to everybody on an account's list, as it is written down. */
export interface Letter {
  subject: string
  text: string
  language?: string
  /** Shown under the text, described. */
  images: Image[]
}

/** What was written down. */
export interface Mailing {
  id: string
  /** Where it can be read on the web. */
  url: string
  at: Date
}

export interface MailingCounts {
  /** Taken by the mail server of the person. */
  sent: number
  /** Still to leave. */
  waiting: number
}

/** The desk's own ledger of letters: one mailing for each key, one letter for each person, whatever happens. */
export interface Mailings {
  /**
   * Writes a letter down for everybody who wants it now; under a key that is there already, nothing changes.
   * @returns `rejected` when there is nobody to write to, or no way for them to leave the list
   */
  open(key: string, letter: Letter): Promise<Outcome<Mailing>>
  find(key: string): Promise<Mailing | null>
  /** What has not left stays, and its page is taken off. */
  stop(key: string): Promise<void>
  /** By key; what was stopped is left out. */
  counts(keys: string[]): Promise<Record<string, MailingCounts>>
  /** How many people want letters. */
  subscribers(): Promise<number>
}

export interface FetchInit {
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer> | Blob | FormData
  timeoutMs?: number
  maxBytes?: number
  redirect?: 'follow' | 'manual'
  /** Plain `http:` is refused unless asked for (feeds given as `http://`). */
  allowHttp?: boolean
  signal?: AbortSignal
}

export interface Socket {
  /** Throws a `FetchFailure` when the network has closed: then nothing was sent. */
  send(message: string): void
  /** The next message, in order. Rejects with a `FetchFailure` once the time is over or the network has closed. */
  next(): Promise<string>
  close(): void
}

export interface SocketInit {
  /** For the whole life of the socket; 20 s by default. */
  timeoutMs?: number
  /** Of all that is received; 10 MB by default. */
  maxBytes?: number
  /** Plain `ws:` is refused unless asked for. */
  allowHttp?: boolean
}

/** A connected account as a connector sees it. `secrets` never reach a log or a screen. */
export interface Account {
  remoteId: string
  handle: string
  /** Public facts kept at connection: server address, DID, limits read from the instance… */
  settings: Record<string, unknown>
  secrets: Record<string, string>
}

/** What a connection brings: the account, how people know it, and when its access ends, if it does. */
export interface Connected {
  account: Account
  displayName: string
  /** What it is on the network, where accounts are of several kinds: a page, an organisation, a person. */
  kind?: Text
  avatarUrl?: string
  profileUrl: string
  expiresAt?: Date
}

export interface Connect {
  /** `credentials`: connects at once. */
  withCredentials?(tools: Tools, fields: Record<string, string>): Promise<Outcome<Connected>>
  /** `oauth`: where to send the person. `state` is ours and comes back; `memo` is kept for `finish`. */
  begin?(
    tools: Tools,
    fields: Record<string, string>,
    redirectUri: string,
    state: string,
  ): Promise<Outcome<{ url: string; memo: Record<string, unknown> }>>
  finish?(
    tools: Tools,
    callback: URLSearchParams,
    redirectUri: string,
    memo: Record<string, unknown>,
    /** Several accounts (the pages a person runs, their organisation and themselves): the person says which. */
  ): Promise<Outcome<Connected | Connected[]>>
  /** New secrets before the old ones die. Called by one worker at a time. */
  refresh?(
    tools: Tools,
    account: Account,
  ): Promise<Outcome<{ secrets: Record<string, string>; expiresAt?: Date }>>
  /** False when the network gave nothing to renew this account with: a person must connect it again in time. */
  canRenew?(account: Account): boolean
  /** Is the access still good? Also brings name, avatar and limits up to date. */
  check(tools: Tools, account: Account): Promise<Outcome<Connected>>
  revoke?(tools: Tools, account: Account): Promise<Outcome<null>>
  /**
   * Why the network sent the person back without access, in its own codes: what happened and the one thing to do.
   * Null when it did not refuse, or by one of the codes of OAuth alone, which the desk reads itself.
   */
  explain?(callback: URLSearchParams, redirectUri: string): Refusal | null
  /** What only the network can tell of an account that works: a right that was not given, its kind, its state. */
  examine?(tools: Tools, account: Account): Promise<Outcome<Finding[]>>
}

/** What happened, and the one thing to do. */
export interface Refusal {
  reason: Text
  next: Text
}

/** One thing that was looked at. */
export interface Finding {
  what: Text
  ok: boolean
  /** What to do; set when it is not well. */
  next?: Text
}

export interface Image {
  bytes: Uint8Array<ArrayBuffer>
  type: string
  width: number
  height: number
  alt: string
  /** The point to keep in sight when the network crops: 0..1 from the left and from the top. */
  focal?: { x: number; y: number }
}

export interface Video {
  /** On disk until it is read: send it as it is, never hold its bytes. */
  file: Blob
  type: string
  width: number
  height: number
  seconds: number
  alt: string
  /** The still that stands for it. */
  poster?: Image
}

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
   * Called before anything is sent a second time.
   */
  confirm(tools: Tools, account: Account, outgoing: Outgoing): Promise<Outcome<Published | null>>
  remove(
    tools: Tools,
    account: Account,
    published: { remoteId: string; data?: Record<string, unknown> },
  ): Promise<Outcome<null>>
  /** The votes of a post's poll so far; where the manifest has polls. */
  readPoll?(
    tools: Tools,
    account: Account,
    published: { remoteId: string; data?: Record<string, unknown> },
  ): Promise<Outcome<PollTally>>
  /** The remote id in the address of one of the account's posts, as a person copied it; null when it is none. */
  idIn?(account: Pick<Account, 'remoteId' | 'handle' | 'settings'>, url: URL): string | null
}

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
  at: Date
}

export interface Listen {
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
  ): Promise<Outcome<Page<Found>>>
}

/** People of the network, for whoever writes a mention. */
export interface Mention {
  /**
   * Those whose name or handle begins like this, the likeliest first, at most ten; none is no failure.
   * @param q two characters at least, without `@`
   */
  search(tools: Tools, account: Account, q: string): Promise<Outcome<Author[]>>
}

/** One letter for one person, by whatever the account sends letters. */
export interface LetterFor extends Letter {
  to: { name: string; address: string }
  /** Its name, the same at every attempt; without brackets. */
  messageId: string
  at: Date
  /** The address by which the person leaves the list: a page, and one click for mail programs (RFC 8058). */
  unsubscribe: string
}

/** For networks that write to people one by one. */
export interface Letters {
  /** What its list is made of; e-mail addresses unless said: `phone` is a number in E.164 (`+33612345678`). */
  addresses?: 'phone'
  /**
   * Opens a way to send several. `send` answers `unknown-outcome` whenever the letter may have left, and `rejected` by
   * the field `to` when the address itself takes no letters.
   */
  open(tools: Tools, account: Account): Promise<Outcome<LetterBox>>
}

export interface LetterBox {
  send(letter: LetterFor): Promise<Outcome<null>>
  close(): void
}

/** Limits of this very account, when the network tells them (a Mastodon instance's own maximum…). */
export interface Limits {
  textMax?: number
  imagesMax?: number
  imageMaxBytes?: number
  imageTypes?: string[]
  altMax?: number
  pollChoicesMax?: number
  /** In the network's own unit of text. */
  pollChoiceLength?: number
  pollMinutesMin?: number
  pollMinutesMax?: number
  imageRatio?: ImageRatio
  videoMaxBytes?: number
  videoTypes?: string[]
  videoMaxPixels?: number
  videoMaxFrameRate?: number
}

/** What a person may count by looking, where no network tells it. */
export const HAND_COUNTS = ['views', 'likes', 'replies', 'reposts', 'clicks', 'check-ins'] as const
export type HandCount = (typeof HAND_COUNTS)[number]

/** How a person puts a post up by hand for one account. */
export interface Handed {
  /** What kind of place it is: “MySpace”, “Paper”. */
  called: Text
  /** One or two letters shown as its stamp. */
  stamp: string
  /** What to do, in order. */
  steps: Text[]
  /** What shows best that it was done. */
  proof: 'link' | 'photo'
  /** What can be counted of a post there. */
  counts: HandCount[]
  /** Whether people are counted as they come and go, day by day. */
  visits: boolean
  /** Why nothing can be put there any more; its past is kept. */
  closed?: Text
}

export interface Connector {
  manifest: Manifest
  text: TextRules
  connect: Connect
  publish?: Publish
  /** Where the manifest says `handed`. Pure. */
  handed?(account: Pick<Account, 'settings'>): Handed
  inbox?: Inbox
  metrics?: Metrics
  listen?: Listen
  mention?: Mention
  /** The desk then keeps a list of people for each account, and sends them what is published one by one. */
  letters?: Letters
  limitsOf?(account: Pick<Account, 'settings'>): Limits
  /** What the network would refuse of these options, in sentences; by the account's own limits when given. */
  checkOptions?(
    options: Record<string, unknown>,
    account?: Pick<Account, 'settings'>,
  ): { field: string; reason: Text }[]
  /** Only practice networks: its twin that speaks as another one, with that one's limits. Pure. */
  playAs?(network: Connector): Connector
}

export type ConnectorParts = Omit<Connector, 'manifest'> & { manifest: ManifestInput }

/**
 * Declares a connector. Checks the manifest's shape and that what it promises is there.
 * @throws Error when a declared capability has no implementation, or the reverse: the boot stops.
 */
export function defineConnector(parts: ConnectorParts): Connector {
  const manifest = manifestSchema.parse(parts.manifest)
  if (manifest.handed !== Boolean(parts.handed)) {
    throw new Error(`${manifest.id}: the manifest and the code disagree about "handed"`)
  }
  for (const capability of ['publish', 'inbox', 'metrics', 'listen'] as const) {
    const there = Boolean(parts[capability] ?? (capability === 'publish' && parts.handed))
    if (manifest.capabilities[capability] !== there) {
      throw new Error(`${manifest.id}: the manifest and the code disagree about "${capability}"`)
    }
  }
  if (Boolean(manifest.poll) !== Boolean(parts.publish?.readPoll)) {
    throw new Error(`${manifest.id}: the manifest and the code disagree about polls`)
  }
  return { ...parts, manifest }
}
