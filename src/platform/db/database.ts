import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

/** No table: a module names its own by `tablesOf`, and so sees no others. */
export type NoTables = Record<never, never>

/** The desk's database; columns are snake_case in SQL and camelCase in code, keys inside JSON left alone. */
export type Database = Kysely<NoTables>

/** What a query runs on: the database, or a transaction under way, whatever tables it was opened for. */
// oxlint-disable-next-line no-explicit-any -- a transaction over some tables must pass where others are named next
export type Executor = Kysely<any>

/** The same connection or transaction, seen through a module's own tables. */
export function tablesOf<Tables>(db: Executor): Kysely<Tables> {
  return db as Kysely<Tables>
}

const INT8 = 20
const NUMERIC = 1700

/**
 * Opens a pool. `bigint` and `numeric` come back as numbers: our counts stay far under 2^53.
 * @param connection a PostgreSQL URL, or the parts of an address (a socket folder as `host`)
 * @param max connections at most
 */
export function openPool(connection: string | pg.PoolConfig, max = 12): pg.Pool {
  const types: pg.CustomTypesConfig = {
    getTypeParser: ((id: number, format?: 'text' | 'binary') =>
      id === INT8 || id === NUMERIC
        ? Number
        : pg.types.getTypeParser(id, format as 'text')) as typeof pg.types.getTypeParser,
  }
  const address = typeof connection === 'string' ? { connectionString: connection } : connection
  const pool = new pg.Pool({ ...address, max, types, application_name: 'vigie' })
  // An idle connection that the server closes is replaced at the next query; it must not end the process.
  pool.on('error', () => {})
  // Nor must one that breaks between two statements of a transaction: the next statement says so.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<NoTables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}
