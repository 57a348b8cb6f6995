import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '#platform/log.ts'
import type { Binaries } from './binaries.ts'
import { cannotRun, lastLine, programEnv } from './cluster.ts'
import { answers, connectionTo } from './door.ts'
import type { Connection } from './door.ts'
import type { Identity } from './identity.ts'
import { forgetPostmaster, isAlive, isPostmaster, readPostmaster } from './postmaster.ts'
import { PostgresUnavailable } from './unavailable.ts'

const POLL_MS = 10
const SAY_SO_AFTER_MS = 5_000
const SILENT_MS = 30_000
const HAUNTED_MS = 15_000
const RETRY_MS = 100
const POLITE_STOP_MS = 20_000
const LARGEST_LOG_BYTES = 1_000_000

/** A small server that loses nothing: what PostgreSQL does by default, in little memory. */
const MODEST = [
  'shared_buffers=64MB',
  'max_wal_size=256MB',
  'max_worker_processes=4',
  'autovacuum_max_workers=2',
  'io_method=sync',
  'jit=off',
  'huge_pages=off',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
  // what people wrote has no place in the server's log
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
]

/** For tests only: a power cut would lose data, a killed process still does not. */
const FORGETFUL = ['fsync=off', 'full_page_writes=off']

export interface ServerPlan {
  cluster: string
  logFile: string
  binaries: Binaries
  identity: Identity
  /** `name=value`, among them where the server listens. */
  settings: readonly string[]
  durable: boolean
  maxConnections: number
}

/**
 * A server that already runs on `folder`, waited for while it starts or stops.
 * @throws PostgresUnavailable when it says it is ready but does not answer for half a minute
 */
export async function findRunning(folder: string, log: Log): Promise<Connection | undefined> {
  const told = sayOnce(() => log.info('the database is not ready yet, waiting for it'))
  let silentSince = Date.now()
  for (;;) {
    const postmaster = readPostmaster(folder)
    if (!postmaster) return undefined
    const connection = connectionTo(postmaster, folder)
    if (postmaster.status === 'ready' && (await answers(connection, folder))) return connection
    if (!isPostmaster(postmaster.pid, folder)) {
      forgetPostmaster(folder, postmaster)
      return undefined
    }
    if (postmaster.status !== 'ready') silentSince = Date.now()
    if (Date.now() - silentSince > SILENT_MS) throw silent(postmaster.pid, folder)
    told()
    await pause(POLL_MS)
  }
}

/**
 * Starts a server that outlives this process if it is killed: the next start finds it again.
 * @throws PostgresUnavailable with PostgreSQL's own reason when it does not come up
 */
export async function startServer(plan: ServerPlan, log: Log): Promise<Connection> {
  const told = sayOnce(() => log.info('the database is recovering after a crash, waiting for it'))
  for (const began = Date.now(); ; await pause(RETRY_MS)) {
    const before = sizeOf(plan.logFile)
    const started = await tryStart(plan, told)
    if (typeof started !== 'string') return started
    const said = fs.readFileSync(plan.logFile, 'utf8').slice(before)
    // the children of a killed server need a moment to notice and go
    const isHaunted = said.includes('pre-existing shared memory block')
    if (isHaunted && Date.now() - began < HAUNTED_MS) continue
    throw started ? cannotRun(started) : didNotStart(plan, reasonIn(said))
  }
}

/** The way in, or why the process could not be run, or an empty text when it ran and ended. */
async function tryStart(plan: ServerPlan, told: () => void): Promise<Connection | string> {
  const child = launch(plan)
  const ended = endOf(child)
  for (;;) {
    const end = ended()
    if (end !== undefined) return end
    const postmaster = readPostmaster(plan.cluster)
    if (postmaster && postmaster.pid === child.pid && postmaster.status === 'ready') {
      const connection = connectionTo(postmaster, plan.cluster)
      if (await answers(connection, plan.cluster)) return connection
    }
    told()
    await pause(POLL_MS)
  }
}

/** Stops the server of `folder` at once but cleanly; sessions still open are cut. */
export async function stopServer(folder: string, binaries: Binaries, log: Log): Promise<void> {
  const pid = readPostmaster(folder)?.pid
  if (!pid || !isPostmaster(pid, folder)) return
  if (process.platform === 'win32') {
    spawnSync(binaries.pgCtl, ['stop', '-D', folder, '-m', 'fast'], { windowsHide: true })
    return
  }
  process.kill(pid, 'SIGINT')
  const deadline = Date.now() + POLITE_STOP_MS
  while (readPostmaster(folder)?.pid === pid && isAlive(pid)) {
    if (Date.now() > deadline) {
      log.warn('the database did not stop in time; it is stopped without its last checkpoint')
      process.kill(pid, 'SIGQUIT')
      return
    }
    await pause(POLL_MS)
  }
}

function launch(plan: ServerPlan): ChildProcess {
  const settings = [
    ...MODEST,
    ...(plan.durable ? [] : FORGETFUL),
    `max_connections=${plan.maxConnections}`,
    ...plan.settings,
  ]
  const [program = '', ...args] = [
    ...plan.identity.prefix,
    plan.binaries.postgres,
    '-D',
    plan.cluster,
    ...settings.flatMap((setting) => ['-c', setting]),
  ]
  const log = openLog(plan.logFile)
  try {
    const child = spawn(program, args, {
      ...plan.identity.spawn,
      cwd: plan.cluster,
      env: programEnv(),
      // its own session: Ctrl-C is for the desk, which then stops the server when it is ready to
      detached: true,
      stdio: ['ignore', log, log],
      windowsHide: true,
    })
    child.unref()
    return child
  } finally {
    fs.closeSync(log)
  }
}

/** `undefined` while the process lives, then why it could not start, or an empty text. */
function endOf(child: ChildProcess): () => string | undefined {
  let end: string | undefined
  child.on('error', (error) => (end = error.message))
  child.on('exit', () => (end ??= ''))
  return () => end
}

function openLog(file: string): number {
  return fs.openSync(file, sizeOf(file) > LARGEST_LOG_BYTES ? 'w' : 'a', 0o600)
}

function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** PostgreSQL says what is wrong in a FATAL line, before others about how it ends. */
function reasonIn(log: string): string {
  const fatal = /(?:FATAL|PANIC):\s*(.*)/.exec(log)
  return fatal?.[1] ?? lastLine(log)
}

function sayOnce(say: () => void): () => void {
  const since = Date.now()
  let said = false
  return () => {
    if (said || Date.now() - since < SAY_SO_AFTER_MS) return
    said = true
    say()
  }
}

function didNotStart({ cluster, logFile }: ServerPlan, reason: string): PostgresUnavailable {
  return new PostgresUnavailable({
    en: `The database in ${cluster} did not start: ${reason}. The rest is in ${logFile}.`,
    fr: `La base de données de ${cluster} n’a pas démarré : ${reason}. La suite se trouve dans ${logFile}.`,
  })
}

function silent(pid: number, folder: string): PostgresUnavailable {
  return new PostgresUnavailable({
    en: `A PostgreSQL server (process ${pid}) runs on ${folder} but does not answer. Stop it, then start Vigie again.`,
    fr: `Un serveur PostgreSQL (processus ${pid}) fonctionne sur ${folder} mais ne répond pas. Arrêtez-le, puis relancez Vigie.`,
  })
}
