import type { Clock } from '#platform/clock.ts'
import type { SigningKey } from '#platform/crypto/signing-key.ts'
import type { FetchInit } from '#platform/fetch/fetch.ts'
import type { Live } from '#platform/fetch/live.ts'
import type { Socket, SocketInit } from '#platform/fetch/sockets.ts'
import type { OpenCourier } from '#platform/mail/courier.ts'
import type { OpenMailbox } from '#platform/mail/mailbox.ts'
import type { Mailings } from './mailing.ts'
import type { Image, Video } from './media.ts'
import type { Sightings, Visits } from './site.ts'

export type { FetchInit } from '#platform/fetch/fetch.ts'
export type { Live, LiveAnswer, LiveInit, LiveSocket } from '#platform/fetch/live.ts'
export type { Socket, SocketInit } from '#platform/fetch/sockets.ts'

/** What a connector may use of the desk. It knows no database and decides no retry. */
export interface Tools {
  /** The guarded fetch: private addresses refused, time and size capped. Rejects with a `FetchFailure`. */
  fetch: (url: string | URL, init?: FetchInit) => Promise<Response>
  /**
   * A WebSocket, guarded as the fetch is, for networks that speak by it. Rejects with a `FetchFailure` when it does
   * not open.
   */
  socket?: (url: string | URL, init?: SocketInit) => Promise<Socket>
  /** Guarded conversations without an end, for networks that tell what is new as it comes. */
  live?: Live
  clock: Clock
  log: { info(o: object, m?: string): void; warn(o: object, m?: string): void }
  /** The keys of the company's app, by the names of `manifest.connect.app.fields`; set wherever that is declared. */
  app?: Record<string, string>
  /**
   * What this desk signs by for this network alone: the current key first, then those from before the desk's secret
   * was changed. Their public halves are given to `documents`.
   */
  signers?: () => Promise<readonly SigningKey[]>
  /** Opens a conversation with a mail server, guarded as the fetch is. Rejects with a `MailFailure`. */
  courier?: OpenCourier
  /** Opens somebody's mailbox to read it, guarded as the fetch is. Rejects with a `MailboxFailure`. */
  mailbox?: OpenMailbox
  /** Where what is written to a list of people waits to leave for each of them; set where there are `letters`. */
  mailings?: Mailings
  /** What visitors and the company said to each other; set where there is a `site`. */
  visits?: Visits
  /** While an account with a `site` is examined: which pages have asked for it. */
  sightings?: Sightings
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
