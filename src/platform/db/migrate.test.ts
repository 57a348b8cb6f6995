import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import pg from 'pg'
import { openDatabase, openPool } from '#platform/db/database.ts'
import { migrate, readMigrations } from '#platform/db/migrate.ts'
import { dropDatabase, emptyDatabase } from '#support/database.ts'

let url: string
let pool: pg.Pool

beforeAll(async () => {
  url = await emptyDatabase()
  pool = openPool(url, 4)
})
afterAll(async () => {
  await pool.end()
  await dropDatabase(url)
})

describe('migrations', () => {
  it('keep what an earlier schema held', async () => {
    const names = Object.keys(await readMigrations())
    const before = names.at(-2)
    const db = openDatabase(pool)
    expect(await migrate(db, before)).toEqual(names.slice(0, -1))
    await pool.query(
      `insert into companies (id, name, language, time_zone)
       values ('01890000-0000-7000-8000-000000000001', 'Atelier Morel', 'fr', 'Europe/Paris')`,
    )
    expect(await migrate(db)).toEqual(names.slice(-1))
    const { rows } = await pool.query('select name from companies')
    expect(rows).toEqual([{ name: 'Atelier Morel' }])
  })

  it('run once, though two processes start together', async () => {
    const both = await Promise.all([migrate(openDatabase(pool)), migrate(openDatabase(pool))])
    expect(both.flat()).toEqual([])
  })
})
