import http from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { loadConnectors } from '#connectors/_contract/registry.ts'
import { noticeBoard } from '#domain/publishing/testing/notice-board.ts'
import type { Caller } from '#support/caller.ts'
import { camille as owner, openTestDesk } from '#support/desk.ts'
import { hire, sofia as sofiaIs, yanis as yanisIs } from '#support/hire.ts'
import type { FeedRuleView } from '../api.ts'
import { fillTemplate, fillToFit } from './fill-template.ts'

/** An answer that takes its time: given when the test says so. */
interface Slow {
  fails: boolean
  asked: () => void
  given: Promise<void>
}

/** A company's blog, on a server of its own. */
const blog = {
  articles: [] as { title: string; summary: string }[],
  down: false,
  origin: '',
  slow: [] as Slow[],
}
const server = http.createServer(async (_request, response) => {
  const answer = blog.slow.shift()
  if (answer) {
    answer.asked()
    await answer.given
    if (answer.fails) return response.writeHead(503).end()
  }
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
const { body: members } = await camille.get<{ userId: string }[]>('/members')
const ids = {
  camille: members[0]?.userId ?? '',
  sofia: await hire(desk.desk.db, sofiaIs, 'reviewer'),
  yanis: await hire(desk.desk.db, yanisIs, 'contributor'),
}
const signIn = ({ email }: { email: string }) => desk.as({ email, password: owner.password })
const [sofia, yanis] = [await signIn(sofiaIs), await signIn(yanisIs)]

beforeEach(async () => {
  for (const { id } of (await camille.get<FeedRuleView[]>('/feed-rules')).body)
    await camille.delete(`/feed-rules/${id}`)
  blog.articles = [{ title: 'Déjà là', summary: 'Avant la règle' }]
  blog.down = false
})

const input = () => ({
  name: 'Le carnet',
  url: blog.origin,
  channelIds: [account.id],
  template: '{titre}\n{lien}',
  language: 'fr',
})

async function rule(more: object = {}, by = camille): Promise<FeedRuleView> {
  const { body, status } = await by.post<FeedRuleView>('/feed-rules', { ...input(), ...more })
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

describe('two readers of one feed', () => {
  const reader = desk.open.jobs.find(({ name }) => name === 'feed-rules')
  const reads = async () => reader?.runDue()

  /** The next answer of the blog waits until it is let go; read by a worker that is slow, or has died. */
  async function slowReader({ fails = false } = {}) {
    const [asked, given] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    blog.slow.push({ fails, asked: asked.resolve, given: given.promise })
    const reading = reads()
    await asked.promise
    return async function answers() {
      given.resolve()
      await reading
    }
  }
  const view = async () => (await camille.get<FeedRuleView[]>('/feed-rules')).body[0]

  test('at once make one post of an article, and no more in a day than they may', async () => {
    await rule({ dailyMax: 2 })
    for (let i = 0; i < 5; i++) blog.articles.push({ title: `Ensemble ${i}`, summary: '' })
    desk.clock.advance(11 * 60_000)
    for (let turn = 0; turn < 4; turn++) await Promise.all([1, 2, 3, 4].map(reads))
    const made = (await drafts()).filter((text: string) => text.startsWith('Ensemble'))
    expect(made).toHaveLength(2)
    expect(new Set(made).size).toBe(2)
    expect(await view()).toMatchObject({ made: 2, waiting: 3 })
  })

  test('when one dies while it reads, the other makes the post, once', async () => {
    await rule()
    blog.articles.push({ title: 'Reprise', summary: '' })
    desk.clock.advance(11 * 60_000)
    const answers = await slowReader()
    desk.clock.advance(3 * 60_000)
    await desk.settle()
    // It was only slow: what it says now was read by the other.
    await answers()
    await later(11)
    expect((await drafts()).filter((text: string) => text.startsWith('Reprise'))).toHaveLength(1)
  })

  test('the one that comes late overwrites nothing of what the other has read', async () => {
    const { body } = await camille.post<FeedRuleView>('/feed-rules', input())
    const answers = await slowReader()
    desk.clock.advance(3 * 60_000)
    await reads()
    // Published after the feed was read for the first time: news, though the late reader takes it for old.
    blog.articles.push({ title: 'Paru entre-temps', summary: '' })
    await answers()
    await later(11)
    expect((await drafts()).filter((text: string) => text.startsWith('Paru'))).toHaveLength(1)

    desk.clock.advance(11 * 60_000)
    const fails = await slowReader({ fails: true })
    desk.clock.advance(3 * 60_000)
    await reads()
    await fails()
    expect(await view()).toMatchObject({ id: body.id, trouble: null })
  })
})

describe('a feed whose posts wait for approval', () => {
  const steps = (ids: string[]) => [{ members: ids }]
  async function articleOf(by: Caller, title: string, more: object = {}) {
    await rule({ mode: 'approval', delayMinutes: 60, ...more }, by)
    blog.articles.push({ title, summary: '' })
    await later(11)
    const { body } = await camille.get('/posts?from=2026-11-01T00:00:00Z&to=2027-01-01T00:00:00Z')
    return body.find(({ excerpt }: { excerpt: string }) => excerpt.startsWith(title))
  }
  async function approves(who: Caller, id: string) {
    const { body } = await who.get(`/posts/${id}/approval`)
    const { active: step, content } = body.approval
    return who.post(`/posts/${id}/approval/decisions`, { decision: 'approve', step, content })
  }

  test('asks who may approve when no rule does, and leaves at its hour once they agree', async () => {
    const post = await articleOf(camille, 'À relire')
    expect(post).toMatchObject({ status: 'in-review' })
    const { body } = await camille.get(`/posts/${post.id}/approval`)
    const [step] = body.approval.steps
    expect(step.deciders.map(({ name }: { name: string }) => name)).toContain('Sofia Brandt')
    expect(await approves(sofia, post.id)).toMatchObject({ status: 200 })
    expect((await camille.get(`/posts/${post.id}`)).body.status).toBe('scheduled')
    await later(61)
    expect(board.pinned.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^À relire/))
  })

  test('does not leave unread: past its hour somebody says what becomes of it', async () => {
    const post = await articleOf(camille, 'Restée sans réponse')
    await later(70)
    expect(board.pinned.some(({ text }) => text.startsWith('Restée sans réponse'))).toBe(false)
    await approves(sofia, post.id)
    await later(1)
    expect(board.pinned.some(({ text }) => text.startsWith('Restée sans réponse'))).toBe(false)
  })

  test('asks whom the company’s rule names, as for a post that somebody writes', async () => {
    const scope = { channelIds: [account.id] }
    const made = { name: 'Lyon relue', scope, steps: steps([ids.sofia]) }
    const { body: approvalRule } = await camille.post('/approval-rules', made)
    const post = await articleOf(camille, 'Sous la règle')
    const forecast = { channelIds: [account.id] }
    expect((await camille.post('/feed-rules/approval', forecast)).body).toMatchObject({
      needed: true,
      rules: ['Lyon relue'],
      steps: [{ deciders: [{ name: 'Sofia Brandt' }] }],
    })
    await camille.delete(`/approval-rules/${approvalRule.id}`)
    expect(await approves(camille, post.id)).toMatchObject({ status: 403 })
    expect(await approves(sofia, post.id)).toMatchObject({ status: 200 })
    expect((await camille.post('/feed-rules/approval', forecast)).body).toMatchObject({
      needed: true,
      rules: [],
    })
  })

  test('is not approved by who set the feed up, where a rule asks for somebody: they chose its words', async () => {
    const scope = { channelIds: [account.id] }
    const made = { name: 'À deux', scope, steps: steps([ids.sofia, ids.camille]) }
    const { body: approvalRule } = await camille.post('/approval-rules', made)
    const post = await articleOf(camille, 'Écrit ailleurs')
    expect(await approves(camille, post.id)).toMatchObject({
      status: 403,
      body: { code: 'approval.own_post' },
    })
    await camille.delete(`/approval-rules/${approvalRule.id}`)
  })

  test('is approved by who set it up and could publish alone, where nobody else is asked for', async () => {
    const post = await articleOf(camille, 'Mon fil')
    const { body } = await camille.get(`/posts/${post.id}/approval`)
    expect(body.approval).toMatchObject({ mayDecide: true, steps: [{ stuck: false }] })
    expect(await approves(camille, post.id)).toMatchObject({ status: 200 })
  })

  test('set up by somebody who may not publish alone always waits', async () => {
    expect(await articleOf(yanis, 'Par Yanis', { mode: 'schedule' })).toMatchObject({
      status: 'in-review',
    })
  })

  test('is not set up for an account that is not theirs', async () => {
    await camille.patch(`/members/${ids.yanis}`, { channelIds: [] })
    const answer = await yanis.post('/feed-rules', input())
    expect(answer).toMatchObject({ status: 403, body: { errors: [{ pointer: '/channelIds/0' }] } })
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
