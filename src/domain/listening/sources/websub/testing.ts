import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeEach, expect } from 'vitest'
import type { Caller } from '#support/caller.ts'
import { openTestDesk } from '#support/desk.ts'
import type { MentionView, OffersView, SourceView } from '../../api.ts'
import { openHub } from './fixture.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const PUBLIC = 'https://desk.atelier-morel.example'

/** A newspaper whose feed names a hub, in its header or in itself. */
export const paper = { articles: [] as string[], asked: 0, header: '', head: '' }

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
export const hub = await openHub((url) => url.replace(PUBLIC, here))

afterAll(() => {
  hub.close()
  press.closeAllConnections()
  press.close()
})

export const { clock, desk, settle, signUp, listen } = await openTestDesk({
  now: '2026-11-26T09:00:00+01:00',
  env: {
    VIGIE_ALLOW_PRIVATE_HOSTS: `${hub.host},${new URL(journal).host}`,
    VIGIE_PUBLIC_URL: PUBLIC,
  },
})

here = await listen()

export const camille: Caller = await signUp()

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
export async function listenTo(names: 'header' | 'feed' | 'nothing' = 'header') {
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
export async function quiet() {
  await settle()
  await hub.quiet()
  await settle()
}

export async function passes(milliseconds: number) {
  clock.advance(milliseconds)
  await quiet()
}

const sources = async () => (await camille.get<SourceView[]>('/sources')).body
export const theSource = async () => (await sources())[0] ?? expect.fail('no source')

export const titles = async () =>
  (await camille.get<{ items: MentionView[] }>('/mentions')).body.items.map(({ title }) => title)

export const callback = () => [...hub.subscribers.keys()][0] ?? expect.fail('nobody is subscribed')
export const secret = () => hub.subscribers.get(callback())?.secret ?? expect.fail('no secret')

/** What anybody on the internet may send to an address. */
export async function send(body: string | Buffer, headers: Record<string, string> = {}) {
  const init = { method: 'POST', headers: { 'content-type': 'application/rss+xml', ...headers } }
  return (await hub.call(callback(), { ...init, body: new Uint8Array(Buffer.from(body)) })).status
}

export const ask = async (query: Record<string, string>, to = callback()) =>
  hub.call(`${to}?${new URLSearchParams(query)}`)
