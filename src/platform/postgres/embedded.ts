import type { Log } from '#platform/log.ts'
import { silentLog } from '#platform/log.ts'
import { findBinaries } from './binaries.ts'
import type { Binaries } from './binaries.ts'
import { prepareCluster } from './cluster.ts'
import { socketSettings, tcpSettings, urlOf } from './door.ts'
import type { Connection } from './door.ts'
import { createHome } from './home.ts'
import type { Home } from './home.ts'
import { chooseIdentity } from './identity.ts'
import type { Identity } from './identity.ts'
import { lockAlone, tryLockAlone, tryLockTogether } from './lock.ts'
import { findRunning, startServer, stopServer } from './server.ts'
import { PostgresUnavailable } from './unavailable.ts'

export { PostgresUnavailable }

export interface EmbeddedOptions {
  log?: Log
  /** `false` trades safety against a power cut for speed; for tests. Decided by who starts it. */
  durable?: boolean
  /** 60 by default; decided by the process that starts the server. */
  maxConnections?: number
}

export interface Embedded {
  connection: Connection
  /** The same as a `postgresql://` address, with the password if there is one. */
  url: string
  /** Under which account the server runs, or that it ran already. */
  how: Identity['how'] | 'already running'
  reused: boolean
  startMs: number
  /**
   * Leaves the server; the last process to leave stops it.
   * @returns whether the server was stopped
   */
  stop(): Promise<boolean>
}

/**
 * Opens the private PostgreSQL that lives in `folder`: makes it on first use, starts it, or joins it
 * when it already runs, for another process or since one that was killed. It listens on a socket
 * inside the folder; on Windows, on the loopback address with a password.
 *
 * A server that died is brought back by calling this again.
 *
 * @throws PostgresUnavailable with a sentence that says what to do instead
 */
export async function openEmbedded(
  folder: string,
  options: EmbeddedOptions = {},
): Promise<Embedded> {
  return open(folder, options, process.platform === 'win32' ? 'tcp' : 'socket')
}

/** The same server behind a free TCP port of the loopback address, with a password. */
export async function openPrivateTcp(
  folder: string,
  options: EmbeddedOptions = {},
): Promise<Embedded> {
  return open(folder, options, 'tcp')
}

async function open(folder: string, options: EmbeddedOptions, door: 'tcp' | 'socket') {
  const began = performance.now()
  const log = options.log ?? silentLog
  const binaries = findBinaries()
  const home = createHome(folder)
  // One process at a time comes in or goes out.
  const gate = await lockAlone(home.gate, () => log.info('another start is under way, waiting'))
  try {
    const server = await joinOrStart(home, binaries, options, door, log)
    return {
      ...server,
      url: urlOf(server.connection),
      startMs: Math.round(performance.now() - began),
      stop: leaveOnce(home, binaries, log),
    }
  } finally {
    gate.release()
  }
}

async function joinOrStart(
  home: Home,
  binaries: Binaries,
  { durable = true, maxConnections = 60 }: EmbeddedOptions,
  door: 'tcp' | 'socket',
  log: Log,
): Promise<Pick<Embedded, 'connection' | 'how' | 'reused'>> {
  const { cluster, logFile } = home
  const running = await findRunning(cluster, log)
  if (running) return { connection: running, how: 'already running', reused: true }
  const identity = chooseIdentity(binaries, home.root)
  prepareCluster(cluster, binaries, identity, durable)
  const settings = door === 'tcp' ? await tcpSettings() : socketSettings(cluster, identity)
  const plan = { cluster, logFile, binaries, identity, settings, durable, maxConnections }
  return { connection: await startServer(plan, log), how: identity.how, reused: false }
}

/**
 * Every process inside holds the same lock together with the others. Whoever gets it alone on the
 * way out was the last: this is exact even when others were killed, where counting them or their
 * database connections would not be.
 */
function leaveOnce(home: Home, binaries: Binaries, log: Log): () => Promise<boolean> {
  let membership = tryLockTogether(home.users)
  return async () => {
    const mine = membership
    membership = undefined
    if (!mine) return false
    const gate = await lockAlone(home.gate)
    mine.release()
    const last = tryLockAlone(home.users)
    try {
      if (last) await stopServer(home.cluster, binaries, log)
      return last !== undefined
    } finally {
      last?.release()
      gate.release()
    }
  }
}
