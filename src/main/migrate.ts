import { openDatabase, openPool } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { readConfig } from './config.ts'
import { openDeskDatabase } from './open-database.ts'

const { database, stop } = await openDeskDatabase(readConfig(process.env))
const pool = openPool(database)
const names = await migrate(openDatabase(pool))
process.stdout.write(names.length ? `Ran: ${names.join(', ')}\n` : 'The schema is up to date.\n')
await pool.end()
await stop()
