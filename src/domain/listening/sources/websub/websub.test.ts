import { createHmac } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Caller } from '#support/caller.ts'
import { openTestDesk } from '#support/desk.ts'
import type { MentionView, OffersView, SourceView } from '../../api.ts'
import { openHub } from './fixture.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const PUBLIC = 'https://desk.atelier-morel.example'

/** A newspaper whose feed names a hub, in its header or in itself. */
const paper = { articles: [] as string[], asked: 0, header: '', head: '' }
const press = http.createServer((_request, response) => {
  paper.asked++
  response.setHeader('content-type', 'application/rss+xml')
  if (paper.header) response.setHeader('link', paper.header)
  const items = paper.articles.map((title) => {
    const link = `${journal}/${encodeURIComponent(title)}`
    return `<item><guid>${link}</guid><title>${title}</title><link>${link}</link></item>`
  })
  const atom = 'xmlns:atom="http://www.w3.org/2005/Atom"'
  response.end(
    `<rss version="2.0" ${atom}><channel><title>Le Journal</title>${paper.head}${items.join('')}</channel></rss>`,
  )
})
await new Promise<void>((resolve) => press.listen(0, '127.0.0.1', resolve))
const journal = `http://127.0.0.1:${(press.address() as AddressInfo).port}`

let here = ''
const hub = await openHub((url) => url.replace(PUBLIC, here))
afterAll(() => {
  hub.close()
  press.closeAllConnections()
  press.close()
})

const { clock, desk, settle, signUp, listen } = await openTestDesk({
  now: '2026-11-26T09:00:00+01:00',
  env: {
    VIGIE_ALLOW_PRIVATE_HOSTS: `${hub.host},${new URL(journal).host}`,
    VIGIE_PUBLIC_URL: PUBLIC,
  },
})
here = await listen()
const camille: Caller = await signUp()
await camille.post('/queries', { expression: 'chêne' })
const { body: offers } = await camille.get<OffersView>('/sources/offers')
const feeds = offers.feeds[0] ?? expect.fail('no feed is offered')

beforeEach(() => {
  Object.assign(paper, { articles: ['Un chêne'], asked: 0, header: '', head: '' })
  Object.assign(hub, { asked: [], lease: 864_000, verifies: 'after', refuses: null })
  hub.subscribers.clear()
  hub.algorithm = 'sha256'
  desk.publicUrl = PUBLIC
})
afterEach(async () => {
  for (const { id } of await sources()) await camille.delete(`/sources/${id}`)
  await quiet()
})

let addresses = 0
/** A feed that names the hub, listened to. */
async function listenTo(names: 'header' | 'feed' | 'nothing' = 'header') {
  addresses++
  const topic = `${journal}/feed-${addresses}`
  if (names === 'header') paper.header = `<${hub.url}>; rel="hub", <${topic}>; rel="self"`
  if (names === 'feed')
    paper.head = `<atom:link rel="hub" href="${hub.url}"/><atom:link rel="self" href="${topic}"/>`
  const settings = { url: topic }
  const added = await camille.post('/sources', { connectorId: feeds.connectorId, settings })
  expect(added.status).toBe(201)
  await quiet()
  return { id: String(added.body.id), topic }
}

/** The desk and the hub have nothing left to do. */
async function quiet() {
  await settle()
  await hub.quiet()
  await settle()
}

async function passes(milliseconds: number) {
  clock.advance(milliseconds)
  await quiet()
}

const sources = async () => (await camille.get<SourceView[]>('/sources')).body
const theSource = async () => (await sources())[0] ?? expect.fail('no source')
const titles = async () =>
  (await camille.get<{ items: MentionView[] }>('/mentions')).body.items.map(({ title }) => title)
const callback = () => [...hub.subscribers.keys()][0] ?? expect.fail('nobody is subscribed')
const secret = () => hub.subscribers.get(callback())?.secret ?? expect.fail('no secret')

/** What anybody on the internet may send to an address. */
async function send(body: string | Buffer, headers: Record<string, string> = {}) {
  const init = { method: 'POST', headers: { 'content-type': 'application/rss+xml', ...headers } }
  return (await hub.call(callback(), { ...init, body: new Uint8Array(Buffer.from(body)) })).status
}

const ask = async (query: Record<string, string>, to = callback()) =>
  hub.call(`${to}?${new URLSearchParams(query)}`)

describe('a feed that names a hub', () => {
  test.each(['header', 'feed'] as const)(
    'is subscribed to there: named in its %s',
    async (where) => {
      const { topic } = await listenTo(where)
      expect(hub.asked).toHaveLength(1)
      expect(hub.asked[0]).toMatchObject({ mode: 'subscribe', topic, leaseSeconds: 864_000 })
      expect(callback()).toMatch(/^https:\/\/desk\.atelier-morel\.example\/websub\/[\w-]{43}$/)
      expect((await theSource()).toldSince).toBe(clock.now().toISOString())
    },
  )

  test.each(['before', 'after'] as const)(
    'is agreed on when the hub asks %s it answers',
    async (verifies) => {
      hub.verifies = verifies
      await listenTo()
      expect(hub.subscribers.size).toBe(1)
      expect((await theSource()).toldSince).not.toBeNull()
      await passes(3 * DAY)
      expect(hub.asked).toHaveLength(1)
    },
  )

  test.each(['sha1', 'sha256', 'sha384', 'sha512'])(
    'is read at once when the hub tells of something new (%s)',
    async (algorithm) => {
      hub.algorithm = algorithm
      const { topic } = await listenTo()
      clock.advance(5 * MINUTE)
      paper.articles.unshift(`Chêne ${algorithm}`)
      expect(await hub.distribute(topic)).toEqual([202])
      await settle()
      expect(await titles()).toContain(`Chêne ${algorithm}`)
    },
  )

  test('is read once an hour meanwhile, and every ten minutes where nobody can call this desk', async () => {
    await listenTo()
    await passes(10 * MINUTE)
    const asked = paper.asked
    await passes(50 * MINUTE)
    expect(paper.asked).toBe(asked)
    await passes(10 * MINUTE)
    expect(paper.asked).toBe(asked + 1)
    await camille.delete(`/sources/${(await theSource()).id}`)
    await quiet()

    desk.publicUrl = undefined
    hub.asked.length = 0
    await listenTo()
    const before = paper.asked
    await passes(10 * MINUTE)
    expect([hub.asked.length, paper.asked]).toEqual([0, before + 1])
    expect((await theSource()).toldSince).toBeNull()
  })

  test('that shows what is new a little later is looked at again after ten minutes', async () => {
    const { topic } = await listenTo()
    await passes(10 * MINUTE)
    await passes(MINUTE)
    await hub.distribute(topic)
    await settle()
    paper.articles.unshift('Chêne en retard')
    await passes(10 * MINUTE)
    expect(await titles()).toContain('Chêne en retard')
  })

  test('is renewed before the lease ends, and its state says since when all along', async () => {
    hub.lease = DAY / 1000
    await listenTo()
    const since = (await theSource()).toldSince
    for (let hours = 0; hours < 48; hours += 4) {
      await passes(4 * HOUR)
      expect((await theSource()).toldSince).toBe(since)
    }
    expect(hub.asked.map(({ mode }) => mode)).toEqual(['subscribe', 'subscribe', 'subscribe'])
    expect(new Set(hub.asked.map((one) => one.callback)).size).toBe(1)
  })

  test('is read as any other once the hub renews no more, which is asked ever less', async () => {
    hub.lease = DAY / 1000
    await listenTo()
    hub.refuses = 500
    for (let hour = 0; hour < 30; hour++) await passes(HOUR)
    expect((await theSource()).toldSince).toBeNull()
    expect(hub.asked.length).toBeLessThan(7)
    const asked = paper.asked
    await passes(10 * MINUTE)
    expect(paper.asked).toBe(asked + 1)
    hub.refuses = null
    await passes(DAY)
    expect((await theSource()).toldSince).not.toBeNull()
  })

  test('a lease of one second does not have the hub asked without end', async () => {
    hub.lease = 1
    await listenTo()
    await passes(2000)
    expect(hub.asked).toHaveLength(1)
  })

  test('is ended at the hub when it is removed, and what still comes is told it is gone', async () => {
    const { id } = await listenTo()
    const address = callback()
    await camille.delete(`/sources/${id}`)
    expect((await hub.call(address, { method: 'POST', body: 'x' })).status).toBe(410)
    await quiet()
    expect(hub.asked.map(({ mode }) => mode)).toEqual(['subscribe', 'unsubscribe'])
    expect(hub.subscribers.size).toBe(0)
    await passes(2 * DAY)
    expect(hub.asked).toHaveLength(2)
  })

  test('is let go of when a hub never agrees to the end', async () => {
    const { id } = await listenTo()
    hub.refuses = 503
    await camille.delete(`/sources/${id}`)
    for (let day = 0; day < 9; day++) await passes(DAY)
    expect(hub.asked.filter(({ mode }) => mode === 'unsubscribe')).toHaveLength(5)
  })

  test('that names another hub, or none any more, leaves the former', async () => {
    const { topic } = await listenTo()
    paper.header = `<${hub.url}other>; rel="hub", <${topic}>; rel="self"`
    await passes(HOUR)
    await passes(10 * MINUTE)
    expect(hub.asked.map(({ mode }) => mode).toSorted()).toEqual([
      'subscribe',
      'subscribe',
      'unsubscribe',
    ])
    expect((await theSource()).toldSince).not.toBeNull()
    paper.header = ''
    await passes(2 * HOUR)
    expect((await theSource()).toldSince).toBeNull()
    expect(hub.subscribers.size).toBe(0)
  })

  test('that the hub denies is read as any other, and asked again after a week', async () => {
    const { topic } = await listenTo()
    const denied = { 'hub.mode': 'denied', 'hub.topic': topic, 'hub.reason': 'closed' }
    expect((await ask(denied)).status).toBe(200)
    await quiet()
    expect((await theSource()).toldSince).toBeNull()
    const asked = paper.asked
    await passes(10 * MINUTE)
    expect(paper.asked).toBe(asked + 1)
    await passes(6 * DAY)
    expect(hub.asked).toHaveLength(1)
    await passes(DAY)
    expect(hub.asked).toHaveLength(2)
  })

  test('one that names none asks nobody', async () => {
    await listenTo('nothing')
    expect(hub.asked).toEqual([])
  })
})

describe('a caller who means harm', () => {
  const wants = (topic: string, more: Record<string, string> = {}) => ({
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.challenge': 'défi',
    'hub.lease_seconds': '60',
    ...more,
  })

  test('has no other topic confirmed, nor an end that nobody wants, nor an unknown address', async () => {
    const { topic } = await listenTo()
    const since = (await theSource()).toldSince
    const forged = [
      ask(wants('https://elsewhere.example/feed')),
      ask(wants(`${topic}/`)),
      ask(wants(topic, { 'hub.mode': 'unsubscribe' })),
      ask({ 'hub.mode': 'denied', 'hub.topic': 'https://elsewhere.example/feed' }),
      ask(wants(topic), `${PUBLIC}/websub/${'a'.repeat(43)}`),
    ]
    const statuses = (await Promise.all(forged)).map(({ status }) => status)
    expect(statuses).toEqual([404, 404, 404, 404, 404])
    expect((await theSource()).toldSince).toBe(since)
  })

  test('has a confirmation of long ago refused', async () => {
    const { topic } = await listenTo()
    await passes(2 * DAY)
    expect((await ask(wants(topic))).status).toBe(404)
  })

  test('gets the challenge back as plain text only', async () => {
    const { topic } = await listenTo()
    const page = '<script>alert(1)</script>'
    const answer = await ask(wants(topic, { 'hub.challenge': page }))
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await answer.text()).toBe(page)
  })

  test('who does not know the secret has nothing read, and learns nothing', async () => {
    await listenTo()
    await passes(10 * MINUTE)
    await passes(MINUTE)
    const asked = paper.asked
    const body = '<rss/>'
    const signed = (method: string, key: string, of = body) =>
      createHmac(method, key).update(of).digest('hex')
    const signatures = [
      `sha256=${signed('sha256', 'guessed')}`,
      `sha256=${signed('sha256', secret(), 'another body')}`,
      `sha256=${signed('sha256', secret()).slice(0, 62)}`,
      `md5=${signed('md5', secret())}`,
      `sha1=${signed('sha256', secret())}`,
      'sha256=',
      signed('sha256', secret()),
    ]
    for (const signature of signatures) {
      expect([signature, await send(body, { 'x-hub-signature': signature })]).toEqual([
        signature,
        202,
      ])
    }
    expect(await send(body)).toBe(202)
    await settle()
    expect(paper.asked).toBe(asked)
  })

  test('who repeats what the hub sent has the feed read twice a minute at most', async () => {
    await listenTo()
    await passes(10 * MINUTE)
    const asked = paper.asked
    const body = '<rss/>'
    const signature = `sha256=${createHmac('sha256', secret()).update(body).digest('hex')}`
    for (let second = 0; second < 60; second++) {
      expect(await send(body, { 'x-hub-signature': signature })).toBe(202)
      await passes(1000)
    }
    expect(paper.asked - asked).toBeLessThanOrEqual(3)
    expect(paper.asked - asked).toBeGreaterThan(0)
  })

  test('who sends ten megabytes is sent away, and the feed is read all the same', async () => {
    await listenTo()
    expect(await send(Buffer.alloc(10_000_000, 'a')).catch(() => 413)).toBe(413)
    const asked = paper.asked
    await passes(HOUR)
    expect(paper.asked).toBe(asked + 1)
  })

  test('whatever the body says it is, the signature is over its bytes', async () => {
    const { topic } = await listenTo()
    await passes(10 * MINUTE)
    await passes(MINUTE)
    paper.articles.unshift('Chêne en JSON')
    const body = Buffer.from('{ not json at all \u0000 \u00e9', 'latin1')
    const digest = createHmac('sha256', secret()).update(body).digest('hex')
    const headers = { 'content-type': 'application/json', 'x-hub-signature': `sha256=${digest}` }
    expect(await send(body, headers)).toBe(202)
    await settle()
    expect([topic, await titles()]).toEqual([topic, expect.arrayContaining(['Chêne en JSON'])])
  })
})
