import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase, openPool } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { dropDatabase, emptyDatabase } from '#support/database.ts'

test('an upgrade has no mention erased: who has some keeps them all until somebody chooses', async () => {
  const url = await emptyDatabase()
  const pool = openPool(url)
  const db = openDatabase(pool)
  try {
    await migrate(db, '20261126T0360-alerts')
    const [morel, roux] = [randomUUID(), randomUUID()]
    await sql`
      insert into companies (id, name, language, time_zone)
      values (${morel}, 'Atelier Morel', 'fr', 'Europe/Paris'), (${roux}, 'Roux', 'fr', 'Europe/Paris')
    `.execute(db)
    await sql`
      insert into mentions (id, company_id, connector_id, remote_id, url, canonical_url, text, at)
      values (${randomUUID()}, ${morel}, 'press', '1', 'https://a.example', 'a.example', 'Morel', '2020-01-01')
    `.execute(db)
    await migrate(db)
    const { rows } = await sql`select company_id, months, due_at from mention_keeping`.execute(db)
    expect(rows).toEqual([{ companyId: morel, months: null, dueAt: null }])
    const kept = await sql`select text from mentions`.execute(db)
    expect(kept.rows).toEqual([{ text: 'Morel' }])
  } finally {
    await pool.end()
    await dropDatabase(url)
  }
})
