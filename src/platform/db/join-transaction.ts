import type { Database, Executor } from './database.ts'

/**
 * Does a piece of work in one transaction, doors of other modules included: where they would open a
 * transaction of their own, they join this one. All of it happens, or nothing.
 */
export async function inOneTransaction<D extends { db: Database }, T>(
  desk: D,
  work: (within: D) => Promise<T>,
): Promise<T> {
  return desk.db.transaction().execute((trx) => work({ ...desk, db: joined(trx) }))
}

function joined(trx: Executor): Database {
  const database: Database = new Proxy(trx, {
    get(target, name) {
      if (name === 'transaction')
        return () => ({ execute: (work: (t: Database) => unknown) => work(database) })
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  }) as Database
  return database
}
