import http from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { loadConnectors } from '#connectors/_contract/registry.ts'
import { noticeBoard } from '#domain/publishing/testing/notice-board.ts'
import { openTestDesk } from '#support/desk.ts'
import type { FeedRuleView } from '../api.ts'
import { fillTemplate, fillToFit } from './fill-template.ts'

/** A company's blog, on a server of its own. */
const blog = { articles: [] as { title: string; summary: string }[], down: false, origin: '' }
const server = http.createServer((_request, response) => {
  if (blog.down) return response.writeHead(503).end()
  return response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss())
})
await new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', () => resolve())
})
afterAll(() => server.close())
blog.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const rss =
  () => `<?xml version="1.0"?><rss version="2.0"><channel><title>Le carnet</title><link>${blog.origin}</link>
<description>d</description>${blog.articles
    .map(
      ({ title, summary }, i) => `<item><title>${title}</title><link>${blog.origin}/${i}</link>
<guid>${blog.origin}/${i}</guid><description>${summary}</description></item>`,
    )
    .join('')}</channel></rss>`

const feeds = [...(await loadConnectors()).values()].filter(
  ({ manifest, listen }) => listen && manifest.connect.method === 'none',
)
const board = noticeBoard()
const desk = await openTestDesk({
  connectors: [board.connector, ...feeds],
  env: { VIGIE_ALLOW_PRIVATE_HOSTS: '127.0.0.1' },
})
const camille = (await desk.signUp()).with({ 'accept-language': 'en' })
const { body: account } = await camille.post('/channels', {
  connectorId: 'board',
  fields: { handle: 'lyon' },
})
await desk.settle()

beforeEach(async () => {
  for (const { id } of (await camille.get<FeedRuleView[]>('/feed-rules')).body)
    await camille.delete(`/feed-rules/${id}`)
  blog.articles = [{ title: 'Déjà là', summary: 'Avant la règle' }]
  blog.down = false
})

async function rule(more: object = {}): Promise<FeedRuleView> {
  const { body, status } = await camille.post<FeedRuleView>('/feed-rules', {
    name: 'Le carnet',
    url: blog.origin,
    channelIds: [account.id],
    template: '{titre}\n{lien}',
    language: 'fr',
    ...more,
  })
  expect(status).toBe(201)
  await desk.settle()
  return body
}

async function later(minutes: number) {
  desk.clock.advance(minutes * 60_000)
  await desk.settle()
}

const drafts = async () =>
  (await camille.get('/posts?status=draft')).body.map(({ excerpt }: { excerpt: string }) => excerpt)

describe('a feed whose articles become posts', () => {
  test('says nothing of what it held before', async () => {
    await rule()
    await later(11)
    expect((await drafts()).filter((text: string) => text.includes('Déjà là'))).toEqual([])
  })

  test('makes one draft of a new article, whatever the feed says again', async () => {
    await rule()
    blog.articles.push({ title: 'Un banc neuf', summary: 'En frêne' })
    await later(11)
    await later(11)
    await later(11)
    expect((await drafts()).filter((text: string) => text.startsWith('Un banc neuf'))).toEqual([
      `Un banc neuf\n${blog.origin}/1`,
    ])
  })

  test('never makes a burst: a wave of articles is spread over the days, and apart', async () => {
    await rule({ mode: 'schedule', delayMinutes: 10, dailyMax: 2, gapMinutes: 60 })
    for (let i = 0; i < 5; i++) blog.articles.push({ title: `Nouvelle ${i}`, summary: '' })
    await later(11)
    const [view] = (await camille.get<FeedRuleView[]>('/feed-rules')).body
    expect(view).toMatchObject({ made: 2, waiting: 3 })
    const { body } = await camille.get('/posts?from=2026-11-01T00:00:00Z&to=2027-01-01T00:00:00Z')
    const times = body
      .filter(({ excerpt }: { excerpt: string }) => excerpt.startsWith('Nouvelle'))
      .map(({ scheduledAt }: { scheduledAt: string }) => Date.parse(scheduledAt))
      .toSorted()
    expect(times[1] - times[0]).toBeGreaterThanOrEqual(3_600_000)
    await later(24 * 60)
    expect((await camille.get<FeedRuleView[]>('/feed-rules')).body[0]).toMatchObject({
      made: 4,
      waiting: 1,
    })
  })

  test('cuts the summary for a network that takes less, never the link', async () => {
    await rule({ template: '{titre}\n\n{résumé}\n\n{lien}' })
    blog.articles.push({ title: 'Un banc', summary: 'Un banc de frêne. '.repeat(20) })
    await later(11)
    const [id] = (await camille.get('/posts?status=draft')).body
      .filter(({ excerpt }: { excerpt: string }) => excerpt.startsWith('Un banc\n'))
      .map((post: { id: string }) => post.id)
    const { body } = await camille.get(`/posts/${id}`)
    const own: string = body.variants[0].text
    expect([...own].length).toBeLessThanOrEqual(100)
    expect(own).toMatch(/^Un banc\n\nUn banc.*…\n\nhttp/)
    expect(body.origin.kind).toBe('feed')
  })

  test('that is silent says so, and is read again when it is back', async () => {
    await rule()
    blog.down = true
    await later(11)
    expect((await camille.get<FeedRuleView[]>('/feed-rules')).body[0]?.trouble).toMatch(
      /^The feed does not answer/,
    )
    blog.down = false
    await later(6 * 60)
    expect((await camille.get<FeedRuleView[]>('/feed-rules')).body[0]?.trouble).toBeNull()
  })

  test('rests while paused', async () => {
    const { id } = await rule()
    await camille.patch(`/feed-rules/${id}`, { state: 'paused' })
    blog.articles.push({ title: 'Pendant la pause', summary: '' })
    await later(60)
    expect((await drafts()).filter((text: string) => text.includes('pause'))).toEqual([])
  })
})

describe('before it is kept', () => {
  test('one sees what its articles would say', async () => {
    const { body } = await camille.post('/feed-rules/try', {
      url: blog.origin,
      template: '→ {title}',
    })
    expect(body.articles).toEqual([
      { title: 'Déjà là', url: `${blog.origin}/0`, text: '→ Déjà là' },
    ])
  })

  test('an address without a feed and a template with an unknown name are refused by their field', async () => {
    blog.down = true
    expect(
      await camille.post('/feed-rules/try', { url: blog.origin, template: 'x' }),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/url' }] },
    })
    blog.down = false
    const unknown = await camille.post('/feed-rules', {
      name: 'x',
      url: blog.origin,
      channelIds: [account.id],
      template: '{prix}',
      language: 'fr',
    })
    expect(unknown).toMatchObject({ status: 422, body: { errors: [{ pointer: '/template' }] } })
  })
})

describe('a template', () => {
  const article = {
    title: 'Un banc',
    text: 'En frêne.',
    url: 'https://atelier-morel.example/banc',
    author: '',
  }

  test('speaks both languages, and closes the gap of what an article does not have', () => {
    expect(fillTemplate('{title}\n\n{auteur}\n\n{Lien}', article)).toBe(`Un banc\n\n${article.url}`)
  })

  test('made to fit always fits, and always keeps its link', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400 }),
        fc.string({ maxLength: 80 }),
        fc.integer({ min: 0, max: 500 }),
        (text, title, most) => {
          const filled = fillToFit(
            '{title} {summary} {link}',
            { ...article, text, title },
            (one) => one.length <= most,
          )
          if (filled === null) return most < article.url.length + 1 + title.length
          return filled.length <= most && filled.includes(article.url)
        },
      ),
    )
  })
})
