import { describe, expect, test } from 'vitest'
import { noticeBoard } from '#domain/publishing/testing/notice-board.ts'
import type { FeedRuleView } from '../api.ts'
import { blog, openFeedsDesk } from './testing.ts'

const board = noticeBoard()
const { account, camille, desk, drafts, input, later, rule } = await openFeedsDesk(board.connector)

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
