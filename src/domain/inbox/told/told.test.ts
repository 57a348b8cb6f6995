import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { openPool } from '#platform/db/database.ts'
import type { Caller } from '#support/caller.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import { line, telephone } from './telephone.ts'

let atelier: TestDesk
let owner: Caller

beforeEach(async () => {
  Object.assign(line, { readings: 0, unread: [] })
  atelier = await openTestDesk({ connectors: [telephone(), telephone('mute')] })
  owner = await atelier.signUp()
  await owner.post('/channels', { connectorId: 'telephone', fields: {} })
  await atelier.settle()
  return atelier.close
})

const company = () => owner.headers['vigie-company'] ?? ''
const address = (network = 'telephone', to = company()) => `/api/connect/webhooks/${network}/${to}`
const sign = (body: string | Buffer) => createHmac('sha256', 'clé').update(body).digest('hex')

/** Calls as the network does: without a session. */
function call(events: unknown, to = address()) {
  const body = JSON.stringify(events)
  return send(body, { 'x-signature': sign(body) }, to)
}

const send = (body: string | Buffer, headers: Record<string, string> = {}, to = address()) =>
  atelier.stranger.post(to, body, { 'content-type': 'application/json', ...headers })

const job = () => atelier.open.jobs.find(({ name }) => name === 'told-events')
const said = (name: string, text = 'Bonjour', to = 'morel') => ({ name, to, text })
const conversations = async () => (await owner.get('/conversations')).body.items

async function kept(): Promise<{ key: string; state: string; tries: number }[]> {
  const { rows } = await sql<{ key: string; state: string; tries: number }>`
    select key, state, tries from told_events order by id`.execute(atelier.desk.db)
  return rows
}

describe('what a network tells', () => {
  test('is kept before the network is answered, and is a conversation once it is worked on', async () => {
    const { status, headers } = await call([said('e1', 'La table existe-t-elle en chêne ?')])
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
    expect(await kept()).toEqual([{ key: 'e1', state: 'waiting', tries: 0 }])
    expect(await conversations()).toEqual([])

    await atelier.settle()
    expect(await conversations()).toMatchObject([
      { excerpt: 'La table existe-t-elle en chêne ?', unread: true },
    ])
    expect(await kept()).toMatchObject([{ key: 'e1', state: 'done' }])
    expect((await owner.get('/channels')).body).toMatchObject([{ state: 'connected' }])
  })

  test('is never answered as heard when it could not be kept: the network tells it again', async () => {
    await sql`alter table told_events rename to away`.execute(atelier.desk.db)
    expect((await call([said('e1')])).status).toBe(500)
    await sql`alter table away rename to told_events`.execute(atelier.desk.db)
    expect((await call([said('e1')])).status).toBe(200)
  })

  test('is kept once, in one delivery, in the next, and long after it was worked on', async () => {
    await call([said('e1'), said('e1')])
    await call([said('e1'), said('e2', 'Encore')])
    await atelier.settle()
    atelier.clock.advance(20 * 24 * 3600_000)
    await call([said('e1')])
    await atelier.settle()
    expect((await kept()).map(({ key, state }) => [key, state])).toEqual([
      ['e1', 'done'],
      ['e2', 'done'],
    ])
    const [conversation] = await conversations()
    expect(conversation.messages).toBe(2)
  })

  test('is worked on once though whoever is at it dies', async () => {
    await call([said('e1')])
    // Another process stands in the way, so that death finds the work half done.
    const pool = openPool(atelier.databaseUrl, 2)
    const blocker = await pool.connect()
    await blocker.query('begin; lock table messages in access exclusive mode')
    const working = job()?.runDue()
    await vi.waitFor(
      async () => {
        const { rows } = await pool.query(
          `select pg_terminate_backend(pid) from pg_locks join pg_class on pg_class.oid = relation
         where relname = 'messages' and not granted`,
        )
        expect(rows).toHaveLength(1)
      },
      { timeout: 15_000 },
    )
    await working
    await blocker.query('commit')
    blocker.release()
    await pool.end()
    expect(await kept()).toEqual([{ key: 'e1', state: 'waiting', tries: 1 }])

    // Nobody takes it up while the dead may still be at it.
    await atelier.settle()
    expect(await conversations()).toEqual([])
    atelier.clock.advance(60_000)
    await atelier.settle()
    expect(await conversations()).toMatchObject([{ messages: 1 }])
    expect(await kept()).toEqual([{ key: 'e1', state: 'done', tries: 2 }])
  })

  test('is given up at last when it never comes to anything, and is then known for a while', async () => {
    await call([said('e1')])
    await sql`update told_events set tries = 12`.execute(atelier.desk.db)
    await atelier.settle()
    expect(await kept()).toMatchObject([{ state: 'failed' }])
  })

  test('comes to nothing at all when it cannot be written down whole, and is tried again', async () => {
    await call([said('e1')])
    await sql`alter table told_events add constraint broken check (state <> 'done')`.execute(
      atelier.desk.db,
    )
    await atelier.settle()
    // The conversation was written in the same transaction.
    expect(await conversations()).toEqual([])
    await sql`alter table told_events drop constraint broken`.execute(atelier.desk.db)
    atelier.clock.advance(60_000)
    await atelier.settle()
    expect(await conversations()).toMatchObject([{ messages: 1 }])
  })

  test('two workers at once make one conversation of it', async () => {
    await call(Array.from({ length: 20 }, (_, at) => said(`e${at}`)))
    await Promise.all(Array.from({ length: 40 }, () => job()?.runDue()))
    const [conversation] = await conversations()
    expect(conversation.messages).toBe(20)
  })

  test('without words of its own makes the desk read at once, and nothing appears twice', async () => {
    const before = line.readings
    line.unread = ['Déjà lu']
    await call([{ name: 'e1', to: 'morel' }])
    await atelier.settle()
    expect(line.readings).toBe(before + 1)
    await call([said('m1', 'Déjà lu')])
    await atelier.settle()
    expect(await conversations()).toMatchObject([{ messages: 1 }])
  })

  test('of an account that is not connected is said to be so, and forgotten after some days', async () => {
    await call([said('e1', 'Allô', 'ailleurs')])
    await atelier.settle()
    expect(await kept()).toMatchObject([{ state: 'not_connected' }])
    expect(await conversations()).toEqual([])
    atelier.clock.advance(8 * 24 * 3600_000)
    await atelier.settle()
    expect(await kept()).toEqual([])
  })

  test('is forgotten once nobody tells it again', async () => {
    await call([said('e1')])
    await atelier.settle()
    atelier.clock.advance(31 * 24 * 3600_000)
    await atelier.settle()
    expect(await kept()).toEqual([])
    expect(await conversations()).toMatchObject([{ messages: 1 }])
  })

  test('is kept whatever characters are in it', async () => {
    const { status } = await call([said('e\u0000\ud83e1', 'moi\u0000tié \ud83e')])
    expect(status).toBe(200)
    await atelier.settle()
    expect(await conversations()).toMatchObject([{ excerpt: 'moitié \ufffd' }])
  })

  test('has a name of its own however long', async () => {
    const long = 'e'.repeat(5000)
    await call([said(`${long}1`), said(`${long}2`), said(`${long}1`)])
    expect(await kept()).toHaveLength(2)
  })
})

describe('the address', () => {
  test('answers as the network wants when it asks whose it is', async () => {
    const { body } = await owner.get('/connectors/telephone/app')
    const asked = (word: string) =>
      atelier.stranger.get(`${address()}?${new URLSearchParams({ word, challenge: '<b>42' })}`)
    const { status, body: text, headers } = await asked(body.verifyToken)
    expect([status, text]).toEqual([200, '<b>42'])
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    expect((await asked('another')).status).toBe(401)
  })

  test('has a word of its own for each company and network', async () => {
    const word = async (who: Caller, network: string) =>
      (await who.get(`/connectors/${network}/app`)).body.verifyToken
    const place = { name: 'Ailleurs', language: 'fr', timeZone: 'Europe/Paris' }
    const { body } = await owner.post<{ id: string }>('/companies', place)
    const words = [
      await word(owner, 'telephone'),
      await word(owner, 'mute'),
      await word(owner.of(body.id), 'telephone'),
    ]
    expect(new Set(words).size).toBe(3)
    expect(words.every((one) => /^[\w-]{43}$/.test(one))).toBe(true)
    expect(await word(owner, 'telephone')).toBe(words[0])
  })

  test('keeps nothing of a call that nobody signed, or somebody else', async () => {
    const body = JSON.stringify([said('e1')])
    expect((await send(body)).status).toBe(401)
    expect((await send(body, { 'x-signature': sign('another') })).status).toBe(401)
    expect((await send(`${body} `, { 'x-signature': sign(body) })).status).toBe(401)
    expect(await kept()).toEqual([])
  })

  test('is signed as it was sent, whatever it calls itself', async () => {
    const body = Buffer.from(' [ ] \n')
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x']) {
      const { status } = await send(body, { 'x-signature': sign(body), 'content-type': type })
      expect([type, status]).toEqual([type, 200])
    }
  })

  test('is nowhere for another network, company, or one that never calls', async () => {
    const nobody = '00000000-0000-7000-8000-000000000000'
    for (const to of [
      address('nowhere'),
      address('telephone', nobody),
      address('telephone', 'no-company'),
      address('sourd'),
    ])
      expect([to, (await call([said('e1')], to)).status]).toEqual([to, 404])
    expect(await kept()).toEqual([])
  })

  test('is nowhere in a company for practice', async () => {
    await sql`update companies set practice = true`.execute(atelier.desk.db)
    expect((await call([said('e1')])).status).toBe(404)
  })

  test('never falls over what is sent there', async () => {
    for (const body of [
      '',
      '{',
      'null',
      '[[]]',
      '[{"name":{}}]',
      '\u0000',
      '"é"',
      '{"__proto__":1}',
    ]) {
      const { status } = await send(body, { 'x-signature': sign(body) })
      expect([body, status >= 200 && status < 500]).toEqual([body, true])
    }
    const heavy = 'x'.repeat(1024 * 1024 + 1)
    expect((await send(heavy, { 'x-signature': sign(heavy) })).status).toBe(413)
    expect((await call([], address('telephone', company().repeat(9)))).status).toBe(414)
  })
})
