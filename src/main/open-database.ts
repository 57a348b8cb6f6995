import path from 'node:path'
import { createLog } from '#platform/log.ts'
import { openEmbedded } from '#platform/postgres/embedded.ts'
import type pg from 'pg'
import type { Config } from './config.ts'

/** The database of the desk's commands: the one given, or the desk's own, started or joined. */
export async function openDeskDatabase(config: Config): Promise<{
  database: string | pg.PoolConfig
  stop(): Promise<unknown>
}> {
  if (config.databaseUrl) return { database: config.databaseUrl, stop: async () => {} }
  const embedded = await openEmbedded(path.join(config.dataDir, 'postgres'), {
    log: createLog({ level: 'warn' }),
  })
  return { database: embedded.connection, stop: embedded.stop }
}
