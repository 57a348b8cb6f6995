import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Migration, Migrator } from 'kysely/migration'
import type { Database } from './database.ts'

const folder = path.resolve(import.meta.dirname, '../../../migrations')

/**
 * Brings the schema up to date. Migrations are found on disk, run in order of their names, forward only;
 * two processes that start together do it once (advisory lock).
 * @param upTo name of the last migration to run; all by default
 * @returns the names of those that ran now
 * @throws the database's own error when one fails; its transaction is rolled back
 */
export async function migrate(db: Database, upTo?: string): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => readMigrations() } })
  const { error, results = [] } = upTo
    ? await migrator.migrateTo(upTo)
    : await migrator.migrateToLatest()
  if (error) throw error
  return results.filter((r) => r.status === 'Success').map((r) => r.migrationName)
}

/** Every migration on disk, by name. */
export async function readMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((name) => /^\d{8}T\d{4}-[a-z-]+\.ts$/.test(name))
  const found = files.sort().map(async (file) => {
    const module = (await import(pathToFileURL(path.join(folder, file)).href)) as Migration
    return [file.replace(/\.ts$/, ''), module] as const
  })
  return Object.fromEntries(await Promise.all(found))
}
