import { sql } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import type { Queue } from '#platform/queue/queue.ts'
import { useServer } from '#support/servers/use-server.ts'
import { said } from '../fixture.ts'
import { parkedReasons, tryParkedAgain } from './look-into-parked.ts'
import { takeTurn } from '../turn.ts'
import { queuedDesk, startListener, streamEnv } from './testing.ts'

const WAIT = { timeout: 30_000, interval: 50 }

describe('With NATS JetStream between collecting and keeping', { timeout: 120_000 }, () => {
  const nats = useServer('nats')
  const desk = (wrap?: (queue: Queue) => Queue) => queuedDesk(streamEnv(nats().url), wrap)

  test('what a source brings waits in the queue once its place has moved, and any listener keeps it', async () => {
    const { press, collect, listen, queue, company } = await desk()
    const { listenTo, theSource, texts } = await company('Atelier Morel')
    press.says.push(said('Morel ouvre un atelier'), said('Rien à voir'))
    await listenTo()
    await collect()
    expect(await theSource()).toMatchObject({ state: 'fine', itemsRead: 2, mentions: 0 })
    expect(await queue.load()).toMatchObject({ waiting: 2, inHand: 0 })
    await listen()
    await vi.waitFor(async () => expect(await texts()).toEqual(['Morel ouvre un atelier']), WAIT)
    await vi.waitFor(async () => expect((await queue.load()).waiting).toBe(0), WAIT)
  })

  test('what is heard live is matched by the listener, which asks the network for the names', async () => {
    const { square, collect, listen, company } = await desk()
    const { listenTo, theSource, camille } = await company('Atelier Morel')
    await listen()
    await listenTo({ connectorId: 'square', live: true })
    await vi.waitFor(async () => {
      await collect()
      expect((await theSource()).live?.since).not.toBeNull()
    }, WAIT)
    const author = { remoteId: 'did:1', handle: 'yanis', name: 'did:1' }
    square.tells({ items: [said('Rien à voir'), said('J’aime Morel', { author })] })
    await vi.waitFor(async () => {
      const { body } = await camille.get('/mentions')
      expect(body.items).toMatchObject([
        { excerpt: 'J’aime Morel', author: { name: 'yanis, nommé' } },
      ])
    }, WAIT)
    expect(await theSource()).toMatchObject({ kind: 'stream', itemsRead: 2 })
  })

  test('a listener killed in the middle of a bunch loses nothing and doubles nothing', async () => {
    const here = await desk()
    const { press, collect, queue, company, desk: parts } = here
    for (let n = 0; n < 40; n++) press.says.push(said(`Morel, numéro ${n}`))
    const companies: Awaited<ReturnType<typeof company>>[] = []
    for (const name of ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six']) {
      const one = await company(name)
      await one.listenTo()
      await collect()
      companies.push(one)
    }
    expect((await queue.load()).waiting).toBe(240)
    const env = {
      ...here.env,
      DATABASE_URL: here.databaseUrl,
      VIGIE_DATA_DIR: here.config.dataDir,
      VIGIE_SECRET_KEY: here.config.secretKeys[0].toString('base64'),
    }
    const kept = async (table: string) =>
      (
        await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
          parts.db,
        )
      ).rows[0]?.n

    // The fourth company's turn is taken: the listener has kept three of six, and stands in a transaction of the fourth.
    const release = Promise.withResolvers<void>()
    const holding = parts.db.transaction().execute(async (trx) => {
      await takeTurn(trx, companies[3]?.id ?? '')
      await release.promise
    })
    const victim = await startListener(env)
    await vi.waitFor(async () => expect(await kept('mentions')).toBe(120), WAIT)
    await vi.waitFor(async () => expect(await waitsForTurn(parts.db)).toBe(true), WAIT)
    expect((await queue.load()).inHand).toBeGreaterThanOrEqual(120)
    victim.kill('SIGKILL')
    release.resolve()
    await holding

    await startListener(env)
    await vi.waitFor(async () => expect((await queue.load()).waiting).toBe(0), WAIT)
    expect(await kept('mentions')).toBe(240)
    expect(await kept('mention_hits')).toBe(240)
    const told = await sql<{ n: number }>`
      select count(*)::int as n from events where name = 'mention.found'`.execute(parts.db)
    expect(told.rows).toEqual([{ n: 240 }])
  })

  test('a listener that ends after it kept a bunch, and before it says so, doubles nothing', async () => {
    let speechless = true
    let handed = 0
    const {
      press,
      collect,
      listen,
      queue,
      company,
      desk: parts,
    } = await desk((real) => ({
      ...real,
      take: (handle, stop) =>
        real.take(async (bunch) => {
          handed += bunch.length
          await handle(speechless ? bunch.map((item) => ({ ...item, done() {} })) : bunch)
          speechless = false
        }, stop),
    }))
    const { listenTo, texts } = await company('Atelier Morel')
    press.says.push(said('Morel un'), said('Morel deux'))
    await listenTo()
    await collect()
    await listen()
    await vi.waitFor(async () => expect((await queue.load()).waiting).toBe(0), WAIT)
    expect(handed).toBe(4)
    expect(await texts()).toEqual(['Morel deux', 'Morel un'])
    const told = await sql<{ n: number }>`
      select count(*)::int as n from events where name = 'mention.found'`.execute(parts.db)
    expect(told.rows).toEqual([{ n: 2 }])
  })

  test('a collector that ends between the queue and its place puts nothing in twice', async () => {
    const { press, collect, queue, company, desk: parts, clock } = await desk()
    const { listenTo, theSource } = await company('Atelier Morel')
    press.says.push(said('Morel un'), said('Morel deux'))
    const { id } = await listenTo()
    await collect()
    press.asked.length = 0
    // As it would be found had the collector been killed just before.
    await sql`update sources set cursor = null, next_poll_at = ${clock.now()} where id = ${id}`.execute(
      parts.db,
    )
    press.says.push(said('Morel trois'))
    await collect()
    expect(press.asked.map(({ cursor }) => cursor)).toEqual([null])
    expect(await theSource()).toMatchObject({ itemsRead: 5 })
    expect((await queue.load()).waiting).toBe(3)
  })

  test('a new query finds what a source still holds, although it went through a moment ago', async () => {
    const { press, collect, listen, queue, company } = await desk()
    const { listenTo, texts, camille } = await company('Atelier Morel')
    press.says.push(said('Morel un'), said('Une chaise en chêne'))
    await listenTo()
    await listen()
    await collect()
    await vi.waitFor(async () => expect((await queue.load()).waiting).toBe(0), WAIT)
    await camille.post('/queries', { expression: 'chêne' })
    await collect()
    await vi.waitFor(
      async () => expect(await texts()).toEqual(['Morel un', 'Une chaise en chêne']),
      WAIT,
    )
  })

  test('what its author deletes is forgotten, although the post comes after the word of it', async () => {
    let holdsBack = true
    const { square, collect, listen, queue, company } = await desk((real) => ({
      ...real,
      // Another listener took the post, and died: it comes back when its hand is too old.
      take: (handle, stop) =>
        real.take(async (bunch) => {
          const deletions = bunch.filter(({ body }) => Buffer.from(body).includes('"gone"'))
          await handle(holdsBack ? deletions : bunch)
          holdsBack = false
        }, stop),
    }))
    const { listenTo, theSource, texts } = await company('Atelier Morel')
    await listenTo({ connectorId: 'square', live: true })
    await vi.waitFor(async () => {
      await collect()
      expect((await theSource()).live?.since).not.toBeNull()
    }, WAIT)
    square.tells({
      items: [said('Morel, que je regrette', { remoteId: 'p1' }), said('Morel reste')],
    })
    square.tells({ items: [], gone: { posts: ['p1'], authors: [] } })
    await vi.waitFor(async () => expect((await queue.load()).waiting).toBe(3), WAIT)
    await listen()
    await vi.waitFor(async () => expect((await queue.load()).waiting).toBe(0), WAIT)
    expect(await texts()).toEqual(['Morel reste'])
  })

  test('what cannot be kept is set aside with the reason, told by its source, and holds up nothing', async () => {
    const { press, collect, listen, queue, company, desk: parts } = await desk()
    const { id, listenTo, theSource, texts } = await company('Atelier Morel')
    await sql`alter table mentions add constraint not_this check (text not like '%interdit%')`.execute(
      parts.db,
    )
    press.says.push(said('Morel un'), said('Morel, interdit'), said('Morel deux'))
    await listenTo()
    await collect()
    const other = { v: 1, company: crypto.randomUUID(), source: crypto.randomUUID(), live: false }
    const strange = [
      'Bonjour',
      JSON.stringify({ ...other, what: 'gone', posts: [], authors: [], claimed: [] }),
    ]
    await queue.put(strange.map((text) => ({ id: text, topic: id, body: Buffer.from(text) })))
    await listen()
    await vi.waitFor(async () => expect(await texts()).toEqual(['Morel deux', 'Morel un']), WAIT)
    await vi.waitFor(async () => expect((await queue.load()).waiting).toBe(0), {
      ...WAIT,
      timeout: 60_000,
    })
    const parked = await sql<{ reason: { en: string }; message: Buffer; companyId: string | null }>`
      select reason, message, company_id as "companyId" from parked_posts order by reason->>'en'
    `.execute(parts.db)
    expect(parked.rows.map(({ reason }) => reason.en)).toEqual([
      expect.stringMatching(/^It was tried 5 times and could not be kept: .*not_this/),
      expect.stringContaining('Its company is not on this server'),
      expect.stringContaining('This is not a post'),
    ])
    expect(parked.rows[0]).toMatchObject({ companyId: id })
    expect(parked.rows[0]?.message.toString()).toContain('Morel, interdit')
    const { state, trouble } = await theSource()
    expect(state).toBe('troubled')
    expect(trouble).toMatch(/^One post could not be kept and is set aside/)

    const reasons = await parkedReasons(parts.db)
    expect(reasons.map(({ count }) => count)).toEqual([1, 1, 1])
    expect(await tryParkedAgain(parts.db, queue)).toBe(3)
    expect(await theSource()).toMatchObject({ state: 'fine', trouble: null })
    expect((await queue.load()).waiting).toBeGreaterThan(0)
  })
})

/** Whether somebody stands before a turn that another has taken. */
async function waitsForTurn(db: Parameters<typeof takeTurn>[0]): Promise<boolean> {
  const { rows } = await sql`
    select from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())
  `.execute(db)
  return rows.length > 0
}
