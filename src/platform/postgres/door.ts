import { createHash } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { Client } from 'pg'
import { isAway } from '#platform/db/is-away.ts'
import { passwordOf, ROLE } from './cluster.ts'
import type { Identity } from './identity.ts'
import type { Postmaster } from './postmaster.ts'
import { PostgresUnavailable } from './unavailable.ts'

/** How to reach a private server: the fields that `pg` takes. */
export interface Connection {
  /** A folder with a socket, or an address. */
  host: string
  port: number
  user: string
  database: string
  password?: string
}

const DATABASE = 'vigie'

/** The name of a socket file never changes, and systems allow about a hundred bytes for its path. */
const SOCKET_PORT = 5432
const LONGEST_SOCKET_PATH = 103

/** The way into a server that runs on `folder`, by the door it says it has. */
export function connectionTo(postmaster: Postmaster, folder: string): Connection {
  const { socketFolder, tcpHost, port } = postmaster
  const common = { user: ROLE, database: DATABASE, port }
  if (socketFolder) return { ...common, host: socketFolder }
  return { ...common, host: tcpHost || '127.0.0.1', password: passwordOf(folder) }
}

/** The same as an address, for programs that take one. */
export function urlOf({ host, port, user, database, password }: Connection): string {
  if (!password)
    return `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
  return `postgresql://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`
}

/**
 * Command-line settings of a server that listens on a socket only. The socket lies in the data
 * folder itself, which nobody else can enter; only when that path is too long for a socket, in a
 * private folder under /tmp.
 */
export function socketSettings(folder: string, identity: Identity): string[] {
  const longest = path.join(folder, `.s.PGSQL.${SOCKET_PORT}.lock`)
  const place =
    Buffer.byteLength(longest) <= LONGEST_SOCKET_PATH ? folder : privatePlace(folder, identity)
  return [`listen_addresses=`, `unix_socket_directories=${place}`, `port=${SOCKET_PORT}`]
}

/** Command-line settings of a server that listens on a free port of the loopback address only. */
export async function tcpSettings(): Promise<string[]> {
  return ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${await freePort()}`]
}

/**
 * Whether the server answers and really is the one of `folder`. Makes the desk's database if
 * it is missing.
 */
export async function answers(connection: Connection, folder: string): Promise<boolean> {
  const options = { ...connection, database: 'postgres', connectionTimeoutMillis: 5_000 }
  const client = new Client(options)
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(
      `SELECT current_setting('data_directory') AS folder,
              EXISTS (SELECT FROM pg_database WHERE datname = $1) AS has_database`,
      [DATABASE],
    )
    if (rows[0]?.folder !== folder) return false
    if (!rows[0].has_database) await client.query(`CREATE DATABASE ${DATABASE}`)
    return true
  } catch (error) {
    if (isAway(error)) return false
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

function privatePlace(folder: string, identity: Identity): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const place = `/tmp/vigie-${name}`
  fs.mkdirSync(place, { recursive: true, mode: 0o700 })
  const uid = identity.spawn.uid ?? process.getuid?.() ?? 0
  if (process.getuid?.() === 0 && fs.lstatSync(place).uid === 0) {
    fs.lchownSync(place, uid, identity.spawn.gid ?? uid)
  }
  // /tmp is everybody's: somebody else may have been there first
  const found = fs.lstatSync(place)
  if (found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0) return place
  throw new PostgresUnavailable({
    en: `${place} exists and is not private to Vigie. Remove it, or set VIGIE_DATA_DIR to a shorter path.`,
    fr: `${place} existe et n’est pas réservé à Vigie. Supprimez-le, ou choisissez avec VIGIE_DATA_DIR un chemin plus court.`,
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
