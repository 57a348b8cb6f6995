import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** What a running server writes about itself in its data folder, in `postmaster.pid`. */
export interface Postmaster {
  pid: number
  port: number
  /** The folder of its socket; empty when it has none. */
  socketFolder: string
  /** The address it listens on; empty when it has no TCP door. */
  tcpHost: string
  /** `starting`, `ready`, `stopping`… */
  status: string
}

/** Reads `postmaster.pid`; the order of its lines is that of PostgreSQL's pidfile.h. */
export function readPostmaster(folder: string): Postmaster | undefined {
  const lines = readFile(pidFile(folder))?.split('\n') ?? []
  const [pid, , , port, socketFolder = '', tcpHost = '', , status = ''] = lines
  if (!Number(pid)) return undefined
  return { pid: Number(pid), port: Number(port), socketFolder, tcpHost, status: status.trim() }
}

/**
 * Whether `pid` is a live process that may be the server of `folder`. After a kill or a restarted
 * container the number may belong to any other program, for which PostgreSQL would wait in vain.
 */
export function isPostmaster(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false
  const command = commandOf(pid)
  if (command === undefined) return true
  // the working folder is still right when the data folder was moved under a running server
  return command.includes('postgres') && (command.includes(folder) || workFolder(pid) === folder)
}

/** Removes what a server that is gone left behind; a new one would take it for a rival. */
export function forgetPostmaster(folder: string, gone: Postmaster): void {
  const socketLock = path.join(gone.socketFolder, `.s.PGSQL.${gone.port}.lock`)
  if (gone.socketFolder) fs.rmSync(socketLock, { force: true })
  fs.rmSync(pidFile(folder), { force: true })
}

/** A process that ended but that nobody has buried yet is not alive, whatever the signal says. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return !/^\d+ \(.*\) [ZX]/s.test(readFile(`/proc/${pid}/stat`) ?? '')
}

/** `undefined` when the system does not tell. */
function commandOf(pid: number): string | undefined {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`)
  if (process.platform === 'win32') return undefined
  const ps = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  return ps.status === 0 ? ps.stdout : undefined
}

function workFolder(pid: number): string | undefined {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function pidFile(folder: string): string {
  return path.join(folder, 'postmaster.pid')
}

function readFile(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
