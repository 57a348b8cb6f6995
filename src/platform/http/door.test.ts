import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fixedClock } from '#platform/clock.ts'
import { openDatabase, openPool, tablesOf } from '#platform/db/database.ts'
import { silentLog } from '#platform/log.ts'
import { type Caller, caller } from '#support/caller.ts'
import { camille, openTestDesk, type TestDesk } from '#support/desk.ts'
import { forgetAnswers } from './forget-answers.ts'
import { type Actor, type Route, route, SCOPES } from './route.ts'
import { createServer } from './server.ts'

let atelier: TestDesk
let companyId: string
let made: string[]
let desk: Caller
let crash = false
let tries = 0

const clock = fixedClock('2026-11-23T09:00:00+01:00')

beforeAll(async () => {
  atelier = await openTestDesk({ connectors: [] })
  companyId = (await atelier.signUp()).headers['vigie-company'] ?? ''
  made = []
  const routes = [
    route({
      method: 'POST',
      path: '/chairs',
      access: 'posts:write',
      tag: 'test',
      summary: 'Make a chair',
      query: z.object({ words: z.string().optional() }),
      body: z.object({ name: z.string().min(2) }),
      response: z.object({ id: z.string() }),
      status: 201,
      handler: async ({ newId }) => {
        const id = newId()
        if (!made.includes(id)) made.push(id)
        if (crash) await new Promise(() => {})
        return { id }
      },
    }),
    route({
      method: 'POST',
      path: '/notes/:about',
      access: 'posts:write',
      tag: 'test',
      summary: 'Says back what it was sent',
      params: z.object({ about: z.string() }),
      query: z.object({ q: z.string() }),
      body: z.object({ pages: z.array(z.record(z.string(), z.string())) }),
      response: z.unknown(),
      handler: async ({ params, query, body }) => ({ params, query, body }),
    }),
    route({
      method: 'GET',
      path: '/broken',
      access: 'public',
      tag: 'test',
      summary: 'A mistake of ours',
      handler: async () => {
        throw new Error('password=tres-secret')
      },
    }),
  ]
  for (const method of ['GET', 'POST'] as const)
    routes.push(
      route({
        method,
        path: '/restarting',
        access: 'posts:write',
        tag: 'test',
        summary: 'A database that restarts: it breaks twice, then answers',
        response: z.object({ tries: z.number() }),
        async handler() {
          tries += 1
          if (tries < 3) throw Object.assign(new Error('terminating connection'), { code: '57P01' })
          return { tries }
        },
      }),
    )
  desk = caller(await serve(routes))
})

function serve(routes: Route[]) {
  const actor: Actor = {
    kind: 'key',
    id: 'k',
    name: 'Caisse',
    companyId,
    role: 'key',
    scopes: new Set(['posts:write']),
    channels: 'all',
  }
  return createServer(routes, {
    db: atelier.desk.db,
    clock,
    log: silentLog,
    version: '0',
    trustProxy: false,
    identity: { actor: async () => actor, person: async () => null },
    health: () => ({ ready: true }),
  })
}

describe('a database that restarts under a request', () => {
  it('is asked again when something is only read', async () => {
    tries = 0
    expect(await desk.get('/restarting')).toMatchObject({ status: 200, body: { tries: 3 } })
  })

  it('is not asked again to change something: the answer says when to try', async () => {
    tries = 0
    const answer = await desk.post('/restarting', {})
    expect(answer).toMatchObject({ status: 503, body: { code: 'desk.database_away' } })
    expect(tries).toBe(1)
  })
})

describe('the door', () => {
  it('does not open for a route that forgets to say who may call it', async () => {
    // As somebody might who does not look at types.
    const forgetful = {
      method: 'GET',
      path: '/x',
      tag: 'x',
      summary: 'x',
      handler: async () => {},
    } as unknown as Route
    await expect(serve([forgetful])).rejects.toThrow(/does not declare who may call it/)
    expect(SCOPES).not.toContain('')
  })

  it('names the field at fault', async () => {
    const { status, body } = await desk.post('/chairs', { name: '' })
    expect([status, body.errors[0].pointer]).toEqual([422, '/name'])
    const french = await desk.post('/chairs', { name: '' }, { 'accept-language': 'fr' })
    expect(french.body.errors[0].detail).toMatch(/^Trop petit/)
  })

  it.each([
    ['/chairs', { name: 5 }, '/name', /expected string, received number/, /nombre reçu/],
    ['/chairs', '"Lison"', '/', /expected object, received string/, /chaîne de caractères reçu/],
    ['/chairs?words=a&words=b', { name: 'Lison' }, '/words', /received array/, /tableau reçu/],
    ['/chairs', {}, '/name', /^Fill in this field\.$/, /^Renseignez ce champ\.$/],
  ] as const)('says what it received instead: %s %j', async (path, sent, pointer, en, fr) => {
    const type = { 'content-type': 'application/json' }
    const { body } = await desk.post(path, sent, type)
    expect(body.errors).toMatchObject([{ pointer, detail: expect.stringMatching(en) }])
    const french = await desk.post(path, sent, { ...type, 'accept-language': 'fr' })
    expect(french.body.errors).toMatchObject([{ pointer, detail: expect.stringMatching(fr) }])
  })

  it('says that it cannot read what is not JSON, and where nothing is', async () => {
    const nonsense = await desk.post('/chairs', '{"name": ', { 'content-type': 'application/json' })
    expect([nonsense.status, nonsense.body.code]).toEqual([400, 'request.malformed'])
    const nowhere = await desk.get('/tables')
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'resource.not_found'])
  })

  it('lets in no letter that a database cannot keep: no NUL, no half of a letter', async () => {
    const { status, body } = await desk.post('/notes/chaise%00?q=%00bois', {
      pages: [{ 'pa\0ge': 'Ch\0êne \ud83e', autre: '🪑' }],
    })
    expect([status, body]).toEqual([
      200,
      {
        params: { about: 'chaise' },
        query: { q: 'bois' },
        body: { pages: [{ page: 'Chêne \ufffd', autre: '🪑' }] },
      },
    ])
  })

  it('is not brought down by what is nested without end', async () => {
    const deep = `{"pages":${'['.repeat(250_000)}${']'.repeat(250_000)}}`
    const { status } = await desk.post('/notes/x?q=x', deep, {
      'content-type': 'application/json',
    })
    expect(status).toBe(422)
  })

  it('answers our own mistakes with a number and nothing else', async () => {
    const { status, body } = await desk.get('/broken')
    expect([status, body.code]).toEqual([500, 'desk.unexpected'])
    expect(JSON.stringify(body)).not.toContain('secret')
  })

  it('gives a request that died half-way the same ids when it comes again', async () => {
    const headers = { 'idempotency-key': 'chair-1' }
    crash = true
    void desk.post('/chairs', { name: 'Chaise' }, headers)
    await expect.poll(() => made.length).toBe(1)
    const tooSoon = await desk.post('/chairs', { name: 'Chaise' }, headers)
    expect([tooSoon.status, tooSoon.body.code]).toEqual([409, 'idempotency.in_progress'])
    crash = false
    clock.advance(61_000)
    const again = await desk.post('/chairs', { name: 'Chaise' }, headers)
    expect(again.body.id).toBe(made[0])
    expect(made).toHaveLength(1)
  })

  it('repeats an answer for a day, then forgets what it said', async () => {
    const headers = { 'idempotency-key': 'chair-of-a-day' }
    const { db } = atelier.desk
    const first = await desk.post('/chairs', { name: 'Tabouret' }, headers)
    const work = forgetAnswers(db, clock)
    clock.advance(23 * 3_600_000)
    await work.runDue()
    const same = await desk.post('/chairs', { name: 'Tabouret' }, headers)
    expect(same.headers['idempotent-replayed']).toBe('true')
    clock.advance(3_600_000)
    expect(await work.runDue()).toBeGreaterThan(0)
    expect(await work.nextDue()).toBeNull()
    // The same request again makes the same thing: nothing is made twice.
    const late = await desk.post('/chairs', { name: 'Tabouret' }, headers)
    expect(late.headers['idempotent-replayed']).toBeUndefined()
    expect(late.body).toEqual(first.body)
  })
})

describe('behind a TLS proxy', () => {
  it('marks the session’s cookie secure, and only then', async () => {
    const proxied = await openTestDesk({ connectors: [], env: { VIGIE_TRUST_PROXY: '1' } })
    const forwarded = {
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'desk.example',
      'x-forwarded-for': '203.0.113.9',
    }
    const { headers } = await proxied.stranger.post('/sign-up', camille, forwarded)
    expect(String(headers['set-cookie'])).toMatch(/Secure/)
    const plain = await proxied.stranger.post('/sign-in', camille)
    expect(String(plain.headers['set-cookie'])).not.toMatch(/Secure/)
    await proxied.close()
  })
})

describe('a database', () => {
  it('gives big counts back as numbers', async () => {
    const pool = openPool(atelier.databaseUrl, 1)
    const db = tablesOf<{ events: { id: number } }>(openDatabase(pool))
    const row = await db
      .selectFrom('events')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirst()
    expect(typeof row?.n).toBe('number')
    await pool.end()
  })
})
