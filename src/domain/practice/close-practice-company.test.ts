import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk } from '#support/desk.ts'

const practising = await openTestDesk()
const other = new pg.Client({ connectionString: practising.databaseUrl })
beforeAll(() => other.connect())
afterAll(() => other.end())

test('is deleted also while something works in it and wants more of it', async () => {
  const camille = await practising.signUp()
  const { body } = await camille.post<{ id: string }>('/practice', { language: 'fr' })
  const there = camille.of(body.id)

  await other.query('begin')
  await other.query('select id from saved_queries where company_id = $1 for update', [body.id])
  const deleted = there.delete('/practice')
  await expect.poll(waiting).toBe(1)
  // Each waits for the other now; PostgreSQL ends the one that has waited longer.
  await other.query('select id from companies where id = $1 for key share', [body.id])
  await other.query('commit')
  expect((await deleted).status).toBe(204)
  const { rows } = await other.query('select 1 from companies where id = $1', [body.id])
  expect(rows).toEqual([])
})

async function waiting(): Promise<number> {
  const { rows } = await other.query(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0].n
}
