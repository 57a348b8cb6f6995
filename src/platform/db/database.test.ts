import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { createDatabase, dropDatabase } from '#support/database.ts'
import { openDatabase, openPool } from './database.ts'

test('a server that goes away between two statements of a transaction is told to that transaction alone', async () => {
  const url = await createDatabase()
  const pool = openPool(url)
  const db = openDatabase(pool)
  const broken = db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
    const pid = rows[0]?.pid
    await sql`select pg_terminate_backend(${pid})`.execute(db)
    await vi.waitFor(
      async () => {
        const left = await sql`select 1 from pg_stat_activity where pid = ${pid}`.execute(db)
        expect(left.rows).toEqual([])
      },
      { timeout: 15_000 },
    )
    await sql`select 1`.execute(trx)
  })
  await expect(broken).rejects.toThrow()
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db)
  expect(rows).toEqual([{ one: 1 }])
  await db.destroy()
  await dropDatabase(url)
})
