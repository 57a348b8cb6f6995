import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openTestDesk } from '#support/desk.ts'

const desk = await openTestDesk()
const camille = await desk.signUp()

/** What a restart of the database does to those who are connected. */
const restart = () =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`
    .execute(desk.desk.db)
    .catch(() => {})

test('a database that restarts while lists are read is not an error of theirs', async () => {
  const lists = ['/deliveries/waiting', '/posts?status=draft', '/channels', '/approvals']
  const answers = []
  for (let round = 0; round < 20; round++) {
    const reading = [...lists, ...lists].map((list) => camille.get(list))
    await restart()
    answers.push(...(await Promise.all(reading)))
  }
  const bad = answers.filter(({ status }) => status !== 200)
  expect(bad.map(({ status, body }) => `${status} ${body.code}`)).toEqual([])
})
