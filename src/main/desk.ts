import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { loadConnectors, type Registry } from '#connectors/_contract/registry.ts'
import type { Desk } from '#domain/desk.ts'
import { identity } from '#domain/governance/index.ts'
import type { Clock } from '#platform/clock.ts'
import { createSecrets, deriveKey } from '#platform/crypto/secrets.ts'
import { openDatabase, openPool } from '#platform/db/database.ts'
import { type Listener, openListener } from '#platform/db/listener.ts'
import { migrate } from '#platform/db/migrate.ts'
import { EVENTS_CHANNEL } from '#platform/events/outbox.ts'
import { eventDispatch } from '#platform/events/dispatch.ts'
import { createDial, createLookups } from '#platform/fetch/dial.ts'
import { createMayReach } from '#platform/fetch/may-reach.ts'
import { createFetch } from '#platform/fetch/fetch.ts'
import { createLive } from '#platform/fetch/live.ts'
import { createSockets } from '#platform/fetch/sockets.ts'
import { openFiles } from '#platform/files/files.ts'
import { forgetAnswers } from '#platform/http/forget-answers.ts'
import { createServer } from '#platform/http/server.ts'
import { type DueWork, type Loop, startLoop, WAKE_CHANNEL } from '#platform/jobs/due-work.ts'
import type { Log } from '#platform/log.ts'
import { createCouriers } from '#platform/mail/courier.ts'
import { createMailboxes } from '#platform/mail/mailbox.ts'
import { type Mail, openMail } from '#platform/mail/mail.ts'
import { openQueue } from '#platform/queue/open-queue.ts'
import type { Queue } from '#platform/queue/queue.ts'
import { sandboxPlugin } from '#sandbox/plugin.ts'
import type { Config } from './config.ts'
import { discover } from './discover.ts'
import { mcpRoute } from './mcp/mcp-route.ts'
import { liveRoute } from './live-route.ts'
import { version } from '#platform/version.ts'
import { serveWeb } from './web.ts'

export interface OpenOptions {
  config: Config
  /** Where the database is: a URL, or the parts of an address. */
  database: string | pg.PoolConfig
  clock: Clock
  log: Log
  connectors?: Registry
  migrated?: boolean
  /** Instead of the configured server. */
  mail?: Mail
  /** Instead of the configured one. */
  queue?: Queue
}

/** A desk that is open: its parts, its server (not yet listening), and its work. */
export interface OpenDesk {
  desk: Desk
  server: FastifyInstance
  jobs: DueWork[]
  /** Starts the loops of these roles. */
  startWork(roles: readonly string[]): void
  /** From now on /health answers 200. */
  ready(): void
  close(): Promise<void>
}

/** The host by which connectors reach the practice network; only the desk's own fetch knows where it is. */
const SANDBOX_HOST = 'sandbox.vigie.internal'

/** Where everything meets: opens the database, the modules found on disk, the server and the loops. */
export async function openDesk(options: OpenOptions): Promise<OpenDesk> {
  const { config, clock, log } = options
  const listens = config.roles.includes('listener')
  const queue = options.queue ?? (await openQueue(listens ? config.queue : undefined, log))
  const pool = openPool(options.database)
  const db = openDatabase(pool)
  if (!options.migrated) await migrate(db)
  const listener = await openListener(options.database, [WAKE_CHANNEL, EVENTS_CHANNEL], log)
  const address = localAddress(config)
  const desk: Desk = {
    db,
    clock,
    log,
    files: openFiles(path.join(config.dataDir, 'media')),
    videoMaxBytes: config.videoMaxBytes,
    sessionSecret: deriveKey(config.secretKeys[0], 'session cookies').toString('base64url'),
    addressSecret: deriveKey(config.secretKeys[0], 'media addresses').toString('base64url'),
    verifySecrets: config.secretKeys.map((key) =>
      deriveKey(key, 'verify tokens').toString('base64url'),
    ),
    signingSecrets: config.secretKeys.map((key) =>
      deriveKey(key, 'signing keys').toString('base64url'),
    ),
    secrets: createSecrets(config.secretKeys),
    mail: options.mail ?? openMail(config.smtpUrl, config.mailFrom, log),
    fetch: createFetch({
      allowPrivateHosts: config.allowPrivateHosts,
      aliases: address.aliases,
      log,
      userAgent: `Vigie/${version}`,
    }),
    mayReach: createMayReach({ allowPrivateHosts: config.allowPrivateHosts }),
    socket: createSockets({ allowPrivateHosts: config.allowPrivateHosts, log }),
    live: createLive({
      allowPrivateHosts: config.allowPrivateHosts,
      log,
      userAgent: `Vigie/${version}`,
    }),
    courier: createCouriers(createDial({ allowPrivateHosts: config.allowPrivateHosts })),
    mailbox: createMailboxes(createLookups({ allowPrivateHosts: config.allowPrivateHosts })),
    connectors: options.connectors ?? (await loadConnectors()),
    hear: listener.on,
    queue,
    publicUrl: config.publicUrl,
    get localUrl() {
      return address.origin()
    },
  }
  const parts = await discover(desk)
  const jobs = [
    ...parts.jobs,
    eventDispatch(db, parts.subscriptions, { clock, log }),
    forgetAnswers(db, clock),
  ]
  let isReady = false
  const serves = config.roles.includes('web')
  const who = identity(desk)
  const assistants = mcpRoute(parts.routes, () => server)
  const live = liveRoute({ db, listener, identity: who })
  const routes = serves ? [...parts.routes, live, assistants] : []
  const server: FastifyInstance = await createServer(routes, {
    db,
    clock,
    log,
    version,
    identity: who,
    trustProxy: config.trustProxy,
    health: () => ({
      ready: isReady,
      database: config.databaseUrl ? 'server' : 'embedded',
      role: config.roles.join(','),
    }),
  })
  server.addHook('onListen', async () => address.listening(server.addresses()[0] as AddressInfo))
  if (serves) {
    await server.register(sandboxPlugin(desk), { prefix: '/_sandbox' })
    await serveWeb(server)
  }
  const loops: Loop[] = []
  return {
    desk,
    server,
    jobs,
    startWork(roles) {
      const mine = jobs.filter((work) => roles.includes(work.role))
      loops.push(...mine.map((work) => startLoop(work, { clock, log, listener })))
    },
    ready() {
      isReady = true
    },
    close: () => closeAll({ server, jobs, loops, listener, pool, mail: desk.mail, queue }),
  }
}

/** No new work first, then no new requests, then the database: what was under way ends well. */
async function closeAll(open: {
  server: FastifyInstance
  jobs: DueWork[]
  loops: Loop[]
  listener: Listener
  pool: pg.Pool
  mail: Mail
  queue: Queue | undefined
}) {
  await Promise.all([
    ...open.loops.map((loop) => loop.stop()),
    ...open.jobs.map((work) => work.stop?.()),
    open.server.close(),
  ])
  open.mail.close()
  await open.queue?.close()
  await open.listener.close()
  await open.pool.end()
}

/**
 * Where this machine reaches the desk. A port chosen by the machine is known only once the server listens;
 * until then, and in a process that serves no pages, it is the configured one.
 */
function localAddress(config: Config) {
  const host = ['0.0.0.0', '::', 'localhost'].includes(config.host) ? '127.0.0.1' : config.host
  const aliases = new Map<string, string>()
  let port = config.port
  const origin = () => `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const learn = () => aliases.set(SANDBOX_HOST, config.sandboxUrl ?? `${origin()}/_sandbox`)
  learn()
  return {
    aliases,
    origin,
    listening(actual: AddressInfo) {
      port = actual.port
      learn()
    },
  }
}
