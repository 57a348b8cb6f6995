import { openDatabase, openPool } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openEmbedded } from '#platform/postgres/embedded.ts'
import { createLog } from '#platform/log.ts'
import { readConfig } from './config.ts'

const config = readConfig(process.env)
const embedded = config.databaseUrl
  ? null
  : await openEmbedded(config.dataDir, { log: createLog({ level: 'warn' }) })
const pool = openPool(config.databaseUrl ?? embedded?.connection ?? '')
const names = await migrate(openDatabase(pool))
process.stdout.write(names.length ? `Ran: ${names.join(', ')}\n` : 'The schema is up to date.\n')
await pool.end()
await embedded?.stop()
