import { beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '#support/caller.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import { type Village, village } from '#support/village.ts'

let place: Village
let atelier: TestDesk
let owner: Caller

beforeEach(async () => {
  place = village()
  atelier = await openTestDesk({ connectors: [place.connector], now: '2026-11-20T09:00:00+01:00' })
  owner = await atelier.signUp()
  const channel = await owner.post('/channels', { connectorId: 'village', fields: {} })
  const post = await owner.post('/posts', {
    text: 'La nouvelle table',
    variants: [{ channelId: channel.body.id }],
  })
  await owner.post(`/posts/${post.body.id}/schedule`, { version: post.body.version })
  await atelier.settle()
  return atelier.close
})

async function readAt(instant: string, likes: number, followers: number) {
  atelier.clock.set(instant)
  place.counts['post-1'] = { likes, reposts: 1, replies: 0 }
  place.account = { followers }
  await atelier.settle()
}

const results = async (from = '2026-11-20', to = '2026-11-22') =>
  (await owner.get(`/results?from=${from}&to=${to}`)).body

const figure = (view: { figures: Record<string, unknown>[] }, key: string) =>
  view.figures.find((one) => one['key'] === key) ?? {}

describe('results', () => {
  it('say that nothing can be told before anything was read', async () => {
    const view = await results('2026-10-01', '2026-10-07')
    expect(figure(view, 'engagement')).toMatchObject({ value: null, before: null })
    expect(
      view.curve.current.every((point: { value: number | null }) => point.value === null),
    ).toBe(true)
  })

  it('count what was gained each day, and leave a hole where nothing was read', async () => {
    await readAt('2026-11-20T20:00:00+01:00', 10, 100)
    await readAt('2026-11-22T20:00:00+01:00', 25, 110)
    const view = await results()
    expect(view.curve.current).toEqual([
      { day: '2026-11-20', value: 11 },
      { day: '2026-11-21', value: null },
      { day: '2026-11-22', value: 15 },
    ])
    expect(figure(view, 'engagement')).toMatchObject({ value: 26 })
    expect(
      (figure(view, 'engagement')['provenance'] as { gaps: string[] }).gaps.join(' '),
    ).toContain('1 day(s) without')
  })

  it('divide engagement by followers, and say by how many', async () => {
    await readAt('2026-11-22T20:00:00+01:00', 9, 200)
    const rate = figure(await results(), 'engagement-rate')
    expect(rate['value']).toBe(5)
    expect((rate['provenance'] as { denominator: string }).denominator).toBe(
      '200 followers on 1 account(s)',
    )
  })

  it('compare with the period before, of the same length', async () => {
    await readAt('2026-11-20T20:00:00+01:00', 4, 100)
    await readAt('2026-11-21T20:00:00+01:00', 7, 100)
    const view = await results('2026-11-21', '2026-11-21')
    expect([view.previousFrom, view.previousTo]).toEqual(['2026-11-20', '2026-11-20'])
    expect(figure(view, 'engagement')).toMatchObject({ value: 3, before: 5 })
    expect(figure(view, 'posts')).toMatchObject({ value: 0, before: 1 })
  })

  it('rank posts, and keep what the network does not tell unknown', async () => {
    await readAt('2026-11-20T20:00:00+01:00', 10, 100)
    const { posts } = await results()
    expect(posts).toMatchObject([
      {
        excerpt: 'La nouvelle table',
        engagement: 11,
        clicks: 0,
        counts: { likes: 10, views: null },
      },
    ])
  })

  it('come as CSV too', async () => {
    await readAt('2026-11-20T20:00:00+01:00', 10, 100)
    const { headers, body } = await owner.get('/results.csv?from=2026-11-20&to=2026-11-22')
    expect(headers['content-type']).toContain('text/csv')
    expect(body).toContain('figure,engagement,,,11')
  })

  it('refuse a period that ends before it begins', async () => {
    const { status, body } = await owner.get('/results?from=2026-11-22&to=2026-11-20')
    expect([status, body.code]).toEqual([422, 'results.wrong_period'])
  })

  it('refuse the last day of four figures, after which no day comes in the order of letters', async () => {
    const { status, body } = await owner.get('/results?from=9999-12-31&to=9999-12-31')
    expect([status, body.errors[0].pointer]).toEqual([422, '/from'])
  })
})
