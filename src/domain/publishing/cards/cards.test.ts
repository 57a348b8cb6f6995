import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { openTestDesk } from '#support/desk.ts'
import type { PostView } from '../posts/api.ts'
import { noticeBoard } from '../testing/notice-board.ts'
import type { CardView } from './api.ts'

/** The website of the shop, and how often each of its addresses was asked for. */
const asked = new Map<string, number>()
const site = createServer(answer)
await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
afterAll(() => site.close())
const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#8a5a2b' } })
    .png()
    .toBuffer()
const pictures: Record<string, Buffer> = {
  '/large.png': await picture(1600, 840),
  '/small.png': await picture(120, 120),
  '/fake.png': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
}

const page = (image: string, title = 'La chaise Hugo') =>
  `<title>${title}</title><meta property="og:description" content="Onze heures de travail.">
   ${image && `<meta property="og:image" content="${image}">`}`
const pages: Record<string, string> = {
  '/hugo': page('/large.png'),
  '/sans-image': page(''),
  '/petite': page('/small.png'),
  '/fausse': page('/fake.png'),
  '/perdue': page('/nowhere.png'),
  '/vide': '<p>Bonjour',
  '/lourde': `${page('/large.png')}${'x'.repeat(5_000_000)}`,
}

function answer({ url = '/' }: IncomingMessage, reply: ServerResponse) {
  asked.set(url, (asked.get(url) ?? 0) + 1)
  const image = pictures[url]
  if (image) return void reply.setHeader('content-type', 'image/png').end(image)
  if (url === '/dedans') return void reply.writeHead(302, { location: 'http://127.0.0.2/' }).end()
  const html = pages[url]
  reply.setHeader('content-type', 'text/html; charset=utf-8')
  if (!html) reply.statusCode = 404
  reply.end(html ?? 'rien')
}

const board = noticeBoard({ linkCard: 'sent-along' })
const desk = await openTestDesk({
  connectors: [board.connector],
  env: { VIGIE_ALLOW_PRIVATE_HOSTS: new URL(origin).host },
})
const camille = (await desk.signUp()).with({ 'accept-language': 'en' })
const { body: lyon } = await camille.post('/channels', {
  connectorId: 'board',
  fields: { handle: 'lyon' },
})

const cardOf = async (path: string) =>
  (await camille.get<CardView>(`/link-cards?url=${encodeURIComponent(origin + path)}`)).body

async function publish(text: string, more = {}) {
  const variants = [{ channelId: lyon.id }]
  const { body } = await camille.post<PostView>('/posts', {
    text,
    variants,
    trackLinks: false,
    ...more,
  })
  const { status } = await camille.post(`/posts/${body.id}/schedule`, { version: body.version })
  expect(status).toBe(200)
  return body.id
}

test('a link shows what the page says of itself, its picture served by the desk', async () => {
  const { card, advice, host } = await cardOf('/hugo')
  expect({ card, advice, host }).toMatchObject({
    host: new URL(origin).host,
    card: {
      title: 'La chaise Hugo',
      description: 'Onze heures de travail.',
      picture: { width: 1200, height: 630 },
    },
    advice: [],
  })
  const path = card?.picture?.url.replace('/api/v1', '') ?? ''
  expect((await camille.get(path)).status).toBe(200)
  expect((await desk.stranger.get(path)).status).toBe(401)
})

test('the page is looked at once an hour', async () => {
  await cardOf('/hugo')
  await cardOf('/hugo')
  const before = asked.get('/hugo')
  desk.clock.advance(59 * 60_000)
  await cardOf('/hugo')
  expect(asked.get('/hugo')).toBe(before)
  desk.clock.advance(2 * 60_000)
  await cardOf('/hugo')
  expect(asked.get('/hugo')).toBe((before ?? 0) + 1)
})

test.each([
  ['/sans-image', 'names no picture'],
  ['/petite', 'picture of the card is small'],
  ['/fausse', 'cannot be used'],
  ['/perdue', 'does not answer'],
  ['/vide', 'without a title or a picture'],
  ['/absente', 'answers with an error'],
  ['/lourde', 'over 4 MB'],
  ['/dedans', 'not on the internet'],
])('%s: says what to mend', async (path, words) => {
  const { advice } = await cardOf(path)
  expect(advice.join(' ')).toContain(words)
})

test('no private address is asked, whatever the link says', async () => {
  for (const url of ['http://169.254.169.254/latest', 'http://localhost/', 'http://10.0.0.1/']) {
    const { body } = await camille.get<CardView>(`/link-cards?url=${encodeURIComponent(url)}`)
    expect(body.card).toBeNull()
  }
  expect((await camille.get('/link-cards?url=file:///etc/passwd')).status).toBe(422)
})

test('a network that wants the card is sent it, the same at every attempt', async () => {
  board.turns.push('lose-notice')
  await publish(`Elle est là. ${origin}/hugo`)
  await desk.settle()
  // The page says something else meanwhile.
  pages['/hugo'] = page('/large.png', 'Autre chose')
  for (let i = 0; i < 5 && board.pinned.length === 0; i++) {
    desk.clock.advance(3_600_000)
    await desk.settle()
  }
  const [notice] = board.pinned
  expect(notice?.card).toMatchObject({
    url: `${origin}/hugo`,
    title: 'La chaise Hugo',
    image: { type: 'image/jpeg', width: 1200, height: 630 },
  })
})

test('a page that says nothing keeps no post from leaving', async () => {
  board.pinned.length = 0
  await publish(`Voir ${origin}/absente`)
  await desk.settle()
  expect(board.pinned).toHaveLength(1)
  expect(board.pinned[0]?.card).toBeUndefined()
})
