import type { Clock } from '#platform/clock.ts'
import type { Account, Tools, WebhookKeys } from '../connector.ts'
import type { FailureKind } from '../failure.ts'
import type { Recorded } from './recorded.ts'

/**
 * What a connector folder brings in `contract.ts` (its default export), so that the shared suite runs on
 * it offline and in seconds. The truth is the real-server tests beside it; this is their replay.
 */
export interface ContractKit {
  /** A fresh network with nothing on it but the account that `fields` opens. */
  network(clock: Clock): NetworkDouble
  /** What a person types to connect. */
  fields: Record<string, string>
  /** What the network must refuse. */
  wrongFields?: Record<string, string>
  /** The keys of the company's app, where the manifest declares one. */
  app?: Record<string, string>
  /** Only where posts are handed to a person: fields that open an account where nothing can be put any more. */
  closedFields?: Record<string, string>
  /** Only for `oauth`: what the browser brings back once the person has allowed us at `url`. */
  allow?(url: string): URLSearchParams
  /** Where there is a visit beside the fields: the same of that way. All rules are asked of it too. */
  visit?: Required<Pick<ContractKit, 'fields' | 'wrongFields' | 'allow'>>
  /** Is this the request after which people see something new? */
  publishes?(request: { method: string; url: URL }): boolean
  /** Where letters leave by requests, not by a mail server: two people's addresses, and the request that sends. */
  letters?: { people: [string, string]; sends(request: { method: string; url: URL }): boolean }
  /** Where the network speaks by socket: how the suite's troubles are said there. */
  socket?: SocketWords
  /** What every post must say beside its words, where the network wants a person to choose. */
  options?: Record<string, unknown>
  /** The network's own refusals of a post, as they were recorded, and how we must read them. */
  refusals?: Refusal[]
  /** Somebody of the network, and how their handle begins. Needed for mentions. */
  people?: { begins: string; handle: string }
  /** A source for `listen` in which `appear` shows up. */
  source?: Record<string, unknown>
  /** Where the network calls us by itself. */
  webhook?: WebhookKit
  /** False where an answer cannot be read back once it left, though posts can. */
  findsAnswers?: boolean
  /** What the network says to an answer whose parent was deleted meanwhile; `accepts` where it takes it all the same. */
  parentGone?: Recorded | 'accepts'
  /** False where what is said to us apart from our posts can only be answered on the network itself. */
  answersMentions?: boolean
  /** Whether people also write in private (`write` of the double), beside what they say to us in public. */
  hasPrivate?: boolean
  /** False where nobody can answer a post: what comes in is about the account as a whole (reviews). */
  answersPosts?: boolean
}

/** How the network's calls are made, for whoever plays it. */
export interface WebhookKit {
  /** The headers by which it signs a body, at the instant and with the keys that it is given. */
  sign(body: Uint8Array, keys: WebhookKeys): Record<string, string>
  /** What it sends when somebody says something to the account. */
  tells(account: Account, what: string): object
  /** Whether the instant is signed too: then a call is good for a while only. */
  dated?: boolean
  /** How it asks whose address this is: by what is behind the question mark, or in a body that it signs. */
  asks?(challenge: string): {
    query?(keys: WebhookKeys): Record<string, string>
    body?: string
  }
}

export interface SocketWords {
  /** What a message asks for, in the place of a request's method: the first word of the protocol. */
  method(message: string): string
  /** What the network says to a message where HTTP would answer this; nothing where it would stay silent. */
  answer(message: string, response: Response): Promise<string[]>
}

export interface Refusal {
  /** A sentence: “a token without the right scope”. */
  name: string
  reply: Recorded
  means: FailureKind
  /** Which field a person has to change, for `rejected`. */
  field?: string
}

/** A network in memory that answers as the real one was heard to. */
export interface NetworkDouble {
  fetch: Tools['fetch']
  /** Where the network speaks by socket. */
  socket?: Tools['socket']
  /** Where letters leave by a mail server: that server, and the desk's ledger of letters. */
  courier?: Tools['courier']
  mailbox?: Tools['mailbox']
  mailings?: Tools['mailings']
  /** Where visitors write on the company's own website: the desk's book of what was said. */
  visits?: Tools['visits']
  /** What people see on our account's page, oldest first. Needed to publish. */
  published?(): SeenPost[]
  /**
   * Somebody answers our post `about`, or speaks to us when it is null. Needed for an inbox.
   * @returns the remote id of what they said
   */
  speak?(text: string, about: string | null): string
  /** Somebody writes in private, where `speak` to us is public. @returns the remote id of what they said */
  write?(text: string): string
  /** Our post is taken off by hand, on a network that lets no program do it. */
  takeOff?(remoteId: string): void
  /** Somebody likes our post. Needed for metrics. */
  like?(remoteId: string): void
  /** Something new that the source of the kit finds. Needed to listen. */
  appear?(text: string): void
}

export interface SeenPost {
  remoteId: string
  text: string
  /** The descriptions of its images, in order. */
  alts: string[]
  /** The remote id of what it answers. */
  replyTo?: string
}
