/** The database ends every connection in the middle of what is being kept, and refuses new ones for a while. */
import { sql } from 'kysely'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { SourceView } from '#domain/listening/api.ts'
import { pretend, said } from '#domain/listening/fixture.ts'
import { pretendWire } from '#domain/listening/sources/live/fixture.ts'
import { administer } from '#support/administer.ts'
import { openTestDesk } from '#support/desk.ts'
import { gateAt } from './gate.ts'

const WAIT = { timeout: 30_000, interval: 50 }
const POSTS = 40

const press = pretend('press', 'La Presse', 'feed')
const square = pretendWire('square', 'La Grand-Place', 'none')
const here = await openTestDesk({
  now: '2026-11-23T09:00:00+01:00',
  connectors: [press.connector, square.connector],
})
const { settle, databaseUrl } = here
const { db } = here.desk
const owner = await here.signUp()
const name = new URL(databaseUrl).pathname.slice(1)
const admin = process.env['VIGIE_TEST_ADMIN_URL'] ?? ''

async function goAway(): Promise<void> {
  onTestFinished(comeBack)
  await administer(admin, `alter database ${name} with allow_connections false`)
  await administer(
    admin,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  )
}
const comeBack = () => administer(admin, `alter database ${name} with allow_connections true`)

/** Does what is due, whether or not anybody answers. */
const tryAll = () => Promise.allSettled(here.open.jobs.map((job) => job.runDue()))

async function company() {
  const { body } = await owner.post('/companies', {
    name: 'Atelier Morel',
    language: 'fr',
    timeZone: 'Europe/Paris',
  })
  const camille = owner.of(body.id)
  await camille.post('/queries', { expression: 'morel' })
  const count = async (table: string, where = 'true') => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
      where company_id = ${body.id} and ${sql.raw(where)}`.execute(db)
    return rows[0]?.n
  }
  return {
    camille,
    theSource: async () => (await camille.get<SourceView[]>('/sources')).body[0],
    kept: async () => ({
      mentions: await count('mentions'),
      hits: await count('mention_hits'),
      told: await count('events', "name = 'mention.found'"),
    }),
  }
}

const each = (n: number) => ({ mentions: n, hits: n, told: n })
const posts = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => said(`Morel, numéro ${from + n}.`))

test(
  'a page of a source: it is read again once the database is back, and every post is kept once',
  { timeout: 120_000 },
  async () => {
    const { camille, theSource, kept } = await company()
    press.says.push(...posts(0, POSTS))
    await camille.post('/sources', {
      connectorId: 'press',
      settings: { url: 'https://journal.example/feed' },
    })
    const gate = await gateAt(db, databaseUrl, 'insert on mentions', "new.text like '%numéro 30.'")
    const reading = tryAll()
    await gate.reached()
    await goAway()
    await reading
    press.says.push(...posts(POSTS, POSTS + 10))
    await tryAll()
    expect(await camille.get('/sources')).toMatchObject({
      status: 503,
      body: { code: 'desk.database_away' },
    })

    await comeBack()
    await gate.open()
    expect(await kept()).toEqual(each(0))
    // No lease has to run out first.
    await settle()
    expect(await kept()).toEqual(each(POSTS + 10))
    expect(await theSource()).toMatchObject({ state: 'fine', trouble: null, itemsRead: POSTS + 10 })
  },
)

test(
  'what is heard live: it is held on to, and every post is kept once as soon as the database is back',
  { timeout: 120_000 },
  async () => {
    const { camille, theSource, kept } = await company()
    await camille.post('/sources', { connectorId: 'square', live: true })
    await settle()
    await vi.waitFor(async () => expect((await theSource())?.live?.since).not.toBeNull(), WAIT)
    const gate = await gateAt(db, databaseUrl, 'insert on mentions', "new.text like '%numéro 30.'")
    for (const post of posts(0, POSTS)) square.tells({ items: [post] })
    await gate.reached()
    await goAway()
    for (const post of posts(POSTS, POSTS + 10)) square.tells({ items: [post] })
    await tryAll()

    await comeBack()
    await gate.open()
    await vi.waitFor(async () => expect(await kept()).toEqual(each(POSTS + 10)), WAIT)
    // Nobody had to hear it again.
    expect(square.openings).toHaveLength(1)

    expect(await theSource()).toMatchObject({ state: 'fine', trouble: null, itemsRead: POSTS + 10 })
    expect((await theSource())?.live?.missed).toEqual([])
  },
)
