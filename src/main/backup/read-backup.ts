import { createReadStream } from 'node:fs'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { extract } from 'tar-stream'
import { z } from 'zod'
import { openDatabase, openPool } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import type { Files } from '#platform/files/files.ts'
import { copyTarget, type Table } from './tables.ts'
import type { BackupResult } from './write-backup.ts'

const contentsShape = z.object({
  format: z.literal('vigie-backup'),
  formatVersion: z.literal(1),
  schema: z.string(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})

/** A sentence for the person who restores. */
export class RestoreRefused extends Error {}

/**
 * Brings a backup back into an empty database, of the same version or a later one: the schema is made as it was,
 * filled in one transaction, then brought up to date.
 * @throws RestoreRefused when the file is no backup, or the database is not empty; nothing is changed then
 */
export async function readBackup(
  file: string,
  database: string | pg.PoolConfig,
  files: Files,
): Promise<BackupResult> {
  const pool = openPool(database, 3)
  const client = await pool.connect()
  const result: BackupResult = { tables: 0, files: 0, bytes: 0 }
  try {
    await refuseUnlessEmpty(client)
    let tables: Map<string, Table> | undefined
    const archive = extract()
    const reading = pipeline(createReadStream(file), archive)
    // The loop below meets the same error; this one must not go unheard meanwhile.
    reading.catch(() => {})
    for await (const entry of archive) {
      const { name } = entry.header
      if (!tables) {
        const contents = readContents(name, await text(entry))
        await migrate(openDatabase(pool), contents.schema)
        await client.query('begin')
        tables = new Map(contents.tables.map((table) => [`tables/${table.name}.copy.gz`, table]))
        continue
      }
      const table = tables.get(name)
      if (table) {
        await pipeline(
          entry,
          createGunzip(),
          client.query(copyFrom(`copy ${copyTarget(table)} from stdin`)),
        )
        result.tables++
      } else {
        // A video is never held: to disk as it comes, then to its place.
        const bytes = entry as AsyncIterable<Uint8Array>
        const { path: arrived } = await files.receive(bytes, () => Infinity)
        await files.adopt(arrived, await files.hash(arrived))
        result.files++
      }
    }
    await reading
    if (!tables) throw new RestoreRefused('This file is empty; it is not a backup of Vigie.')
    await catchUpIdentities(client)
    await client.query('commit')
    await migrate(openDatabase(pool))
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error instanceof RestoreRefused ? error : asRefusal(error)
  } finally {
    client.release()
    await pool.end()
  }
}

function readContents(name: string, json: string) {
  const parsed = name === 'contents.json' ? contentsShape.safeParse(JSON.parse(json)) : undefined
  if (!parsed?.success)
    throw new RestoreRefused('This file is not a backup that this version of Vigie can read.')
  return parsed.data
}

async function refuseUnlessEmpty(client: pg.ClientBase) {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  if (rows[0]?.n) {
    throw new RestoreRefused(
      'The database is not empty. Restore into a new data folder (VIGIE_DATA_DIR) or an empty database (DATABASE_URL).',
    )
  }
}

/** Numbers that the database counts by itself go on after the highest that was restored. */
async function catchUpIdentities(client: pg.ClientBase) {
  await client.query(`
    do $$
    declare r record;
    begin
      for r in select table_name, column_name from information_schema.columns
               where table_schema = 'public' and is_identity = 'YES' loop
        execute format(
          'select setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) from %I',
          r.table_name, r.column_name, r.column_name, r.table_name);
      end loop;
    end $$`)
}

function asRefusal(error: unknown): Error {
  const { code, message } = error as { code?: string; message?: string }
  if (code === 'ENOENT') return new RestoreRefused('There is no such file.')
  if (/invalid tar|unexpected end|incorrect header/i.test(message ?? '')) {
    return new RestoreRefused('This file is damaged or is not a backup of Vigie.')
  }
  return error instanceof Error ? error : new Error(String(error))
}
