import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Caller } from '#support/caller.ts'
import { openTestDesk } from '#support/desk.ts'
import type { MentionView } from './mentions/api.ts'
import type { OffersView, SourceView } from './sources/api.ts'

const MINUTE = 60_000

interface Article {
  guid: string
  title: string
  text: string
  date: string
}

/** A newspaper on the web: a page that announces its feed, and the feed. */
const paper = { articles: [] as Article[], status: 200, asked: 0 }
const server = http.createServer((request, response) => {
  if (request.url === '/') {
    response.setHeader('content-type', 'text/html')
    return response.end(
      '<link rel="alternate" type="application/rss+xml" href="/feed"><h1>Journal</h1>',
    )
  }
  if (request.url !== '/feed') return response.writeHead(200).end('<h1>Une page</h1>')
  paper.asked++
  response.writeHead(paper.status, { 'content-type': 'application/rss+xml' }).end(feed())
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
const origin = `http://127.0.0.1:${port}`
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function feed(): string {
  const items = paper.articles.map(
    ({ guid, title, text, date }) =>
      `<item><guid>${guid}</guid><title>${title}</title><link>${origin}/${guid}?utm_source=rss</link>
       <description><![CDATA[${text}]]></description><pubDate>${date}</pubDate></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Le Journal</title>${items.join('')}</channel></rss>`
}

const { clock, settle, signUp } = await openTestDesk({
  now: '2026-11-23T09:00:00+01:00',
  env: { VIGIE_ALLOW_PRIVATE_HOSTS: `127.0.0.1:${port}` },
})
const camille: Caller = await signUp()

const { body: offers } = await camille.get<OffersView>('/sources/offers')
const offer = offers.feeds[0] ?? expect.fail('no feed is offered')

beforeEach(() => {
  Object.assign(paper, { articles: [], status: 200, asked: 0 })
})

test('a mention is found in a feed as it comes, then the feed falls silent, then it speaks again', async () => {
  expect(offer.fields.map(({ name }) => name)).toEqual(['url'])
  await camille.post('/queries', { expression: '"atelier morel" SAUF football' })
  paper.articles = [
    {
      guid: 'foot',
      title: 'Football',
      text: 'Atelier Morel sponsorise',
      date: 'Sun, 22 Nov 2026 10:00:00 GMT',
    },
    {
      guid: 'bois',
      title: 'Bois',
      text: '<p>Visite à l’<b>atelier&nbsp;Morel</b></p>',
      date: 'Sun, 22 Nov 2026 11:00:00 GMT',
    },
  ]
  const added = await camille.post('/sources', {
    connectorId: offer.connectorId,
    settings: { url: origin },
  })
  expect(added.status).toBe(201)
  await settle()
  const found = async () => (await camille.get<{ items: MentionView[] }>('/mentions')).body.items
  expect(await found()).toMatchObject([
    { title: 'Bois', excerpt: 'Visite à l’atelier Morel', at: '2026-11-22T11:00:00.000Z' },
  ])

  paper.status = 503
  clock.advance(10 * MINUTE)
  await settle()
  const sources = async () => (await camille.get<SourceView[]>('/sources')).body
  expect(await sources()).toMatchObject([{ state: 'troubled', itemsRead: 2, mentions: 1 }])

  paper.status = 200
  paper.articles.unshift({
    guid: 'prix',
    title: 'L’Atelier Morel primé',
    text: '…',
    date: 'Mon, 23 Nov 2026 08:05:00 GMT',
  })
  clock.advance(10 * MINUTE)
  await settle()
  expect((await found()).map(({ title }) => title)).toEqual(['L’Atelier Morel primé', 'Bois'])
  expect(await sources()).toMatchObject([{ state: 'fine', itemsRead: 3, mentions: 2 }])

  const asked = paper.asked
  clock.advance(5 * MINUTE)
  await settle()
  expect(paper.asked).toBe(asked)
})

test('a page that announces no feed, or an address nobody may ask for us, is refused by its field', async () => {
  for (const url of [`${origin}/contact`, 'https://127.0.0.1:1/feed']) {
    const { status, body } = await camille.post('/sources', {
      connectorId: offer.connectorId,
      settings: { url },
    })
    expect([url, status, body.errors?.[0]?.pointer]).toEqual([url, 422, '/settings/url'])
  }
})
