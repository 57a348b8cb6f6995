import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Returned } from '#connectors/_contract/connector.ts'
import type { Caller } from '#support/caller.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import { findChannel } from '#domain/channels/index.ts'
import { claimLetter, claimMailing } from './claim-mailing.ts'
import { mailingsOf } from './index.ts'
import { sendLetters } from './send-letters.ts'

const ORIGIN = 'https://vigie.atelier-morel.example'
const env = { VIGIE_PUBLIC_URL: ORIGIN, VIGIE_ALLOW_PRIVATE_HOSTS: '127.0.0.1' }

let desk: TestDesk
let camille: Caller
let channelId: string
let server: MailServer
let first: string
let accounts = 0

beforeAll(async () => {
  desk = await openTestDesk({ env })
  camille = await desk.signUp()
})

beforeEach(async () => {
  server = await mailServer()
  channelId = await connect(server.port)
  first = randomUUID()
})

interface MailServer {
  port: number
  taken: { to: string; content: string }[]
  /** What the next letters to an address meet: a reply, or a connection that dies once the content is there. */
  troubles: Map<string, number | 'dies'>
}

async function mailServer(): Promise<MailServer> {
  const taken: MailServer['taken'] = []
  const troubles: MailServer['troubles'] = new Map()
  const smtp = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo({ address }, _, done) {
      const trouble = troubles.get(address)
      if (typeof trouble !== 'number') return done()
      return done(Object.assign(new Error('not now'), { responseCode: trouble }))
    },
    onData(stream, { envelope, id }, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = envelope.rcptTo[0]?.address ?? ''
        taken.push({ to, content: Buffer.concat(parts).toString() })
        if (troubles.get(to) !== 'dies') return done()
        for (const one of smtp.connections) if (one.id === id) one._socket.destroy()
      })
    },
  })
  smtp.on('error', () => {})
  await new Promise<void>((resolve) => {
    smtp.listen(0, '127.0.0.1', () => resolve())
  })
  onTestFinished(() => new Promise<void>((resolve) => smtp.close(() => resolve())))
  return { port: (smtp.server.address() as AddressInfo).port, taken, troubles }
}

async function connect(port: number): Promise<string> {
  const letters = [...desk.desk.connectors.values()].find(
    ({ letters }) => letters && letters.addresses === undefined,
  )
  const fields = {
    name: 'Atelier Morel',
    address: `lettre-${++accounts}@atelier-morel.example`,
    sender: 'Atelier Morel, Lyon',
    server: `127.0.0.1:${port}`,
  }
  const { body, status } = await camille.post<{ id: string }>('/channels', {
    connectorId: letters?.manifest.id,
    fields,
  })
  expect(status).toBe(201)
  return body.id
}

const consent = { source: 'Bulletin du salon de Lyon', at: '2026-11-02T10:00:00+01:00' }
const add = (csv: string) => camille.post(`/channels/${channelId}/subscribers`, { csv, consent })

/** Writes a letter down as publishing does, under the id of a delivery. */
async function write(key: string, subject = 'Un banc neuf') {
  const { rows } = await sql<{ companyId: string }>`
    select company_id from channels where id = ${channelId}`.execute(desk.desk.db)
  const channel = await findChannel(desk.desk.db, rows[0]?.companyId ?? '', channelId)
  const mailings = channel && mailingsOf(desk.desk, channel)
  return mailings?.open(key, { subject, text: 'Le banc est là.', images: [] })
}

const addresses = () => server.taken.map(({ to }) => to)
const mailing = async () => (await camille.get(`/channels/${channelId}/mailings`)).body[0]

describe('a list', () => {
  const csv =
    'Nom;E-mail\nYanis Haddad;Yanis@example.org\nSofia;sofia@example.org\n;pas une adresse\nYanis;yanis@EXAMPLE.org\n'

  test('is looked at before it is filled, then filled once, with how people agreed', async () => {
    const preview = await camille.post(`/channels/${channelId}/subscribers/preview`, { csv })
    expect(preview.body).toMatchObject({ added: 2, alreadyThere: 0, problemsInAll: 2 })
    expect(preview.body.problems.map(({ line }: { line: number }) => line)).toEqual([4, 5])
    expect((await camille.get(`/channels/${channelId}/list`)).body.subscribed).toBe(0)

    expect((await add(csv)).body).toMatchObject({ added: 2 })
    expect((await add(csv)).body).toMatchObject({ added: 0, alreadyThere: 2 })
    const { body } = await camille.get(`/channels/${channelId}/subscribers`)
    expect(body.items).toMatchObject([
      { address: 'sofia@example.org', name: 'Sofia', consentSource: consent.source },
      { address: 'yanis@example.org', name: 'Yanis Haddad', state: 'subscribed' },
    ])
  })

  test('without headings, and one whose headings say nothing of addresses', async () => {
    expect((await add('yanis@example.org\nsofia@example.org')).body).toMatchObject({ added: 2 })
    const { body } = await add('Ville;Pays\nLyon;France')
    expect(body).toMatchObject({ added: 0, problemsInAll: 1 })
    expect(body.problems[0].sentence).toMatch(/e-mail/)
  })

  test('whoever was taken off is not put back; whoever is forgotten leaves no trace', async () => {
    await add(csv)
    const { body } = await camille.get(`/channels/${channelId}/subscribers`)
    const [sofia, yanis] = body.items
    await camille.post(`/subscribers/${sofia.id}/leave`)
    await camille.delete(`/subscribers/${yanis.id}`)
    expect((await add(csv)).body).toMatchObject({ added: 1, leftBefore: 1 })
    const summary = await camille.get(`/channels/${channelId}/list`)
    expect(summary.body).toEqual({ subscribed: 1, left: 1, suspended: 0 })
  })
})

describe('a letter', () => {
  beforeEach(async () => {
    await add('yanis@example.org\nsofia@example.org\nlea@example.org')
  })

  test('leaves for everybody, each alone, once, however often it is asked for', async () => {
    expect(await write(first)).toMatchObject({ ok: true, value: { id: first } })
    expect(await write(first)).toMatchObject({ ok: true, value: { id: first } })
    await desk.settle()
    expect(addresses()).toEqual(['lea@example.org', 'sofia@example.org', 'yanis@example.org'])
    expect(server.taken[0]?.content).not.toMatch(/sofia|yanis/)
    expect(server.taken[0]?.content).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(await mailing()).toMatchObject({ letters: { sent: 3, waiting: 0, unknown: 0 } })
    const ids = server.taken.map(({ content }) => /^Message-ID: (.+)$/m.exec(content)?.[1])
    expect(new Set(ids).size).toBe(3)
  })

  test('is published by the desk as any post, and read on the web', async () => {
    const { body: post } = await camille.post('/posts', {
      text: 'Un banc neuf\n\nIl est là : https://atelier-morel.fr',
      variants: [{ channelId }],
    })
    const { version } = post
    expect((await camille.post(`/posts/${post.id}/schedule`, { version })).status).toBe(200)
    await desk.settle()
    expect(addresses()).toHaveLength(3)
    expect(server.taken[0]?.content).toMatch(/^Subject: Un banc neuf$/m)
    const { id } = await mailing()
    const page = await desk.open.server.inject({ url: `/letters/${id}` })
    expect(page.body).toContain('<h1>Un banc neuf</h1>')
  })

  test('that may have left when the connection died is never sent again; the others leave', async () => {
    server.troubles.set('sofia@example.org', 'dies')
    await write(first)
    await desk.settle()
    server.troubles.clear()
    desk.clock.advance(3_600_000)
    await desk.settle()
    expect(addresses()).toEqual(['lea@example.org', 'sofia@example.org', 'yanis@example.org'])
    expect(await mailing()).toMatchObject({ letters: { sent: 2, unknown: 1, waiting: 0 } })
  })

  test('that was leaving when the worker died is in doubt, and never sent again', async () => {
    await write(first)
    const now = () => desk.clock.now()
    const dead = '11111111-1111-4111-8111-111111111111'
    const held = await claimMailing(desk.desk.db, now(), dead)
    await claimLetter(desk.desk.db, held?.id ?? '', now(), dead)
    // Nobody touches it while the dead one may be alive.
    expect(await sendLetters(desk.desk)).toBe(0)
    desk.clock.advance(200_000)
    await desk.settle()
    expect(addresses()).toEqual(['sofia@example.org', 'yanis@example.org'])
    expect(await mailing()).toMatchObject({ letters: { sent: 2, unknown: 1 } })
    // The dead one was only asleep: it may take nothing more.
    expect(await claimLetter(desk.desk.db, first, now(), dead)).toBeNull()
  })

  test('to an address that is not there suspends it; one that must wait is tried again', async () => {
    server.troubles.set('lea@example.org', 550).set('sofia@example.org', 450)
    await write(first)
    await desk.settle()
    expect(addresses()).toEqual(['yanis@example.org'])
    server.troubles.clear()
    desk.clock.advance(6 * 60_000)
    await desk.settle()
    expect(addresses()).toEqual(['yanis@example.org', 'sofia@example.org'])
    expect(await mailing()).toMatchObject({ letters: { sent: 2, refused: 1 } })
    const summary = await camille.get(`/channels/${channelId}/list`)
    expect(summary.body).toMatchObject({ subscribed: 2, suspended: 1 })
  })

  test('waits while a crisis holds everything, in the middle too, and goes on when it is lifted', async () => {
    await write(first)
    const owner = randomUUID()
    expect(await claimMailing(desk.desk.db, desk.clock.now(), owner)).toMatchObject({ id: first })
    const { body: crisis } = await camille.post('/crisis', { scope: 'company', reason: 'Rappel' })
    await desk.settle()
    expect(await claimLetter(desk.desk.db, first, desk.clock.now(), owner)).toBeNull()
    desk.clock.advance(3_600_000)
    await desk.settle()
    expect(addresses()).toEqual([])
    await camille.post(`/crisis/${crisis.id}/lift`)
    await desk.settle()
    expect(addresses()).toHaveLength(3)
  })

  test('does not reach whoever leaves before theirs does', async () => {
    await write(first)
    const { body } = await camille.get(`/channels/${channelId}/subscribers`)
    await camille.post(`/subscribers/${body.items[1].id}/leave`)
    await desk.settle()
    expect(addresses()).toEqual(['lea@example.org', 'yanis@example.org'])
    expect(await mailing()).toMatchObject({ letters: { dropped: 1, sent: 2 } })
  })

  test('is refused with a sentence when nobody is there, or nobody could leave', async () => {
    const { body } = await camille.get(`/channels/${channelId}/subscribers`)
    for (const { id } of body.items) await camille.delete(`/subscribers/${id}`)
    expect(await write(first)).toMatchObject({ ok: false, failure: { kind: 'rejected' } })
  })
})

describe('leaving', () => {
  const leaveUrl = () =>
    /List-Unsubscribe: <(\S+)>/.exec(
      server.taken[0]?.content.replaceAll(/\r?\n\s+/g, ' ') ?? '',
    )?.[1] ?? ''

  beforeEach(async () => {
    await add('yanis@example.org')
    await write(first)
    await desk.settle()
  })

  test('takes the button of a page: looking at it changes nothing', async () => {
    const url = leaveUrl().replace(ORIGIN, '')
    const looked = await desk.open.server.inject({ url })
    expect(looked.body).toContain('Se désabonner')
    expect((await camille.get(`/channels/${channelId}/list`)).body.subscribed).toBe(1)
    const pressed = await desk.open.server.inject({ method: 'POST', url })
    expect(pressed.body).toContain('Vous êtes désabonné')
    expect((await camille.get(`/channels/${channelId}/list`)).body).toMatchObject({ left: 1 })
    expect((await add('yanis@example.org')).body).toMatchObject({ added: 0, leftBefore: 1 })
  })

  test.each([
    ['a form', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'a form with parts',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    ],
  ])('takes one click of a mail program, as %s', async (_, type, payload) => {
    const url = leaveUrl().replace(ORIGIN, '')
    const headers = { 'content-type': type }
    const answer = await desk.open.server.inject({ method: 'POST', url, headers, payload })
    expect(answer.statusCode).toBe(200)
    expect((await camille.get(`/channels/${channelId}/list`)).body).toMatchObject({ left: 1 })
  })

  test('an address of nobody is a page that says so', async () => {
    const answer = await desk.open.server.inject({ url: `/u/${'x'.repeat(22)}` })
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['referrer-policy']).toBe('no-referrer')
  })
})

describe('a letter that comes back', () => {
  const DAY = 24 * 3_600_000
  const subscriber = async () =>
    (await camille.get(`/channels/${channelId}/subscribers`)).body.items[0]

  const tokenOf = (content: string) =>
    /\/u\/([\w-]+)>/.exec(content.replaceAll(/\r?\n\s+/g, ' '))?.[1] ?? ''
  const idOf = (content: string) => /^Message-ID: <(\w+)@/m.exec(content)?.[1] ?? ''

  /** What the mailbox says of the last letter that left. */
  async function comesBack(kind: Returned['kind'], more: Partial<Returned> = {}) {
    const { content = '' } = server.taken.at(-1) ?? {}
    const { rows } = await sql<{ companyId: string }>`
      select company_id from channels where id = ${channelId}`.execute(desk.desk.db)
    const channel = await findChannel(desk.desk.db, rows[0]?.companyId ?? '', channelId)
    const mailings = channel && mailingsOf(desk.desk, channel)
    await mailings?.returned([
      {
        key: randomUUID(),
        kind,
        token: tokenOf(content),
        messageId: idOf(content),
        said: '550 5.1.1 no such user',
        at: desk.clock.now(),
        ...more,
      },
    ])
  }

  beforeEach(async () => {
    await add('yanis@example.org')
    await write(first)
    await desk.settle()
  })

  test('for good takes the address off, with the words of its server', async () => {
    await comesBack('gone')
    expect(await subscriber()).toMatchObject({
      state: 'suspended',
      endedBy: '550 5.1.1 no such user',
    })
  })

  test('as a complaint unsubscribes at once, even whoever was out of reach; nothing brings them back', async () => {
    await comesBack('gone')
    await comesBack('complaint')
    expect(await subscriber()).toMatchObject({ state: 'left', endedBy: 'complaint' })
    await comesBack('gone')
    expect((await subscriber()).state).toBe('left')
  })

  test('with a wish for no more unsubscribes', async () => {
    await comesBack('leaves')
    expect(await subscriber()).toMatchObject({ state: 'left', endedBy: 'themselves' })
  })

  test('that is nobody’s letter changes nothing', async () => {
    await comesBack('gone', { token: 'of-nobody-at-all-here' })
    expect((await subscriber()).state).toBe('subscribed')
  })

  test(
    'for a while counts each letter once: three in a row, over days, and it is enough',
    { timeout: 60_000 },
    async () => {
      const said = '452 4.2.2 mailbox full'
      for (const key of ['same', 'same', 'again'])
        await comesBack('later', { key: key + first, said })
      for (const day of [2, 3]) {
        expect((await subscriber()).state, `before day ${day}`).toBe('subscribed')
        desk.clock.advance(2 * DAY)
        await write(randomUUID())
        await desk.settle()
        await comesBack('later', { said })
      }
      expect(await subscriber()).toMatchObject({ state: 'suspended', endedBy: `3 × ${said}` })
    },
  )

  test('for a while, then arrives, begins to be counted anew', { timeout: 60_000 }, async () => {
    await comesBack('later')
    for (const comes of [false, true]) {
      desk.clock.advance(2 * DAY)
      await write(randomUUID())
      await desk.settle()
      if (comes) await comesBack('later')
    }
    expect((await subscriber()).state).toBe('subscribed')
  })
})
