import type { Registry } from '#connectors/_contract/registry.ts'
import type { FetchInit, Live, Socket, SocketInit } from '#connectors/_contract/connector.ts'
import type { Clock } from '#platform/clock.ts'
import type { Secrets } from '#platform/crypto/secrets.ts'
import type { Database } from '#platform/db/database.ts'
import type { Listener } from '#platform/db/listener.ts'
import type { Files } from '#platform/files/files.ts'
import type { Log } from '#platform/log.ts'
import type { OpenCourier } from '#platform/mail/courier.ts'
import type { OpenMailbox } from '#platform/mail/mailbox.ts'
import type { Mail } from '#platform/mail/mail.ts'
import type { Route } from '#platform/http/route.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import type { Queue } from '#platform/queue/queue.ts'
import type { Subscription } from '#platform/events/dispatch.ts'

/** What every use case may use. Made once, in `src/main`. */
export interface Desk {
  db: Database
  clock: Clock
  log: Log
  files: Files
  /** The heaviest video that is taken in. */
  videoMaxBytes: number
  secrets: Secrets
  mail: Mail
  /** The guarded fetch. */
  fetch: (url: string | URL, init?: FetchInit) => Promise<Response>
  /** Whether it would try an address, as it is written. */
  mayReach: (url: string) => boolean
  /** The guarded WebSocket. */
  socket: (url: string | URL, init?: SocketInit) => Promise<Socket>
  /** Guarded conversations without an end. */
  live: Live
  /** Conversations with the mail servers of companies, guarded too. */
  courier: OpenCourier
  /** Their mailboxes, to be read. */
  mailbox: OpenMailbox
  connectors: Registry
  /** Hears what the database notifies, in whatever process it was told. @returns how to stop */
  hear: Listener['on']
  /** Between the processes that collect and those that keep, where one was configured. */
  queue: Queue | undefined
  /** Signs session cookies; derived from the desk's secret key. */
  sessionSecret: string
  /** Signs the addresses where networks fetch pictures and videos; derived from the desk's secret key too. */
  addressSecret: string
  /** Make the words agreed on with networks that call us: one of each secret key, the current one's first. */
  verifySecrets: readonly string[]
  /** Make the keys by which this desk signs for networks: one of each secret key, the current one's first. */
  signingSecrets: readonly string[]
  /** Origin people on the internet reach, when the desk was started with one. */
  publicUrl: string | undefined
  /** Origin of the desk as its own machine reaches it. */
  localUrl: string
}

/**
 * What a module's `routes.ts`, `jobs.ts` and `events.ts` export; found on disk, wired by nobody by hand.
 */
export interface RoutesModule {
  routes(desk: Desk): Route[]
}
export interface JobsModule {
  jobs(desk: Desk): DueWork[]
}
export interface EventsModule {
  subscriptions(desk: Desk): Subscription[]
}
