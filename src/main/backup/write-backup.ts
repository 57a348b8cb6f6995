import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Pack, pack } from 'tar-stream'
import { version } from '#platform/version.ts'
import { copyTarget, type Table, tablesInOrder } from './tables.ts'

/** What stands first in a backup, so that a restore knows what it holds before it touches anything. */
export interface Contents {
  format: 'vigie-backup'
  formatVersion: 1
  desk: string
  /** The last migration that had run. */
  schema: string
  tables: Table[]
  madeAt: string
}

export interface BackupResult {
  tables: number
  files: number
  bytes: number
}

/**
 * Writes the whole desk into one file: every table from one snapshot, so that nothing is half there while the
 * desk goes on working, and every image. The secret key is not in it: keep it apart.
 * @param target the file; it appears only once it is complete
 * @throws when the folder cannot be written or the database does not answer
 */
export async function writeBackup(
  database: string | pg.ClientConfig,
  mediaFolder: string,
  target: string,
  now: Date,
): Promise<BackupResult> {
  const client = new pg.Client(
    typeof database === 'string' ? { connectionString: database } : database,
  )
  const folder = path.dirname(path.resolve(target))
  const scratch = await mkdtemp(path.join(folder, '.vigie-backup-'))
  await client.connect()
  try {
    const draft = path.join(scratch, 'backup.tar')
    const archive = pack()
    const written = pipeline(archive, createWriteStream(draft, { mode: 0o600 }))
    const tables = await packTables(client, archive, scratch, now)
    const files = await packMedia(archive, mediaFolder)
    archive.finalize()
    await written
    await rename(draft, target)
    return { tables, files, bytes: (await stat(target)).size }
  } finally {
    await client.end()
    await rm(scratch, { recursive: true, force: true })
  }
}

async function packTables(
  client: pg.Client,
  archive: Pack,
  scratch: string,
  now: Date,
): Promise<number> {
  await client.query('begin isolation level repeatable read read only')
  const tables = await tablesInOrder(client)
  const { rows } = await client.query<{ name: string }>(
    'select max(name) as name from kysely_migration',
  )
  const contents: Contents = {
    format: 'vigie-backup',
    formatVersion: 1,
    desk: version,
    schema: rows[0]?.name ?? '',
    tables,
    madeAt: now.toISOString(),
  }
  archive.entry({ name: 'contents.json' }, JSON.stringify(contents))
  for (const table of tables) {
    // An archive says the size of a file before the file, and only a finished copy has one.
    const file = path.join(scratch, 'table.gz')
    await pipeline(
      client.query(copyTo(`copy ${copyTarget(table)} to stdout`)),
      createGzip(),
      createWriteStream(file),
    )
    await packFile(archive, `tables/${table.name}.copy.gz`, file)
  }
  await client.query('commit')
  return tables.length
}

async function packMedia(archive: Pack, folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const kept = entries.filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
  for (const entry of kept)
    await packFile(archive, `media/${entry.name}`, path.join(entry.parentPath, entry.name))
  return kept.length
}

async function packFile(archive: Pack, name: string, file: string): Promise<void> {
  const { size } = await stat(file)
  if (size < SMALL) {
    archive.entry({ name }, await readFile(file))
    return
  }
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const entry = archive.entry({ name, size }, (error) => (error ? reject(error) : resolve()))
  await Promise.all([pipeline(createReadStream(file), entry), promise])
}

const SMALL = 4 * 1024 * 1024
