import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { keepChannel } from '#domain/channels/index.ts'
import type { Caller } from '#support/caller.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import { type Left, leftPost } from './fixtures/left-post.ts'

const timeZone = 'Europe/Paris'
const HOUR = 3_600_000

let atelier: TestDesk
let camille: Caller
let companyId: string
let channelId: string

beforeAll(async () => {
  atelier = await openTestDesk({ now: '2026-11-02T09:00:00+01:00' })
  camille = await atelier.signUp()
  companyId = (await camille.get('/companies/current')).body.id
  const account = { remoteId: 'atelier', handle: 'atelier', settings: {}, secrets: {} }
  const connected = { account, displayName: 'Atelier', profileUrl: 'https://echo.example/atelier' }
  const by = { companyId, id: randomUUID() }
  channelId = (await keepChannel(atelier.desk, by, 'echo', connected)).id
})

const left = (what: Left) => leftPost(atelier.desk.db, { companyId, channelId, timeZone }, what)

const times = (n: number, hour = 1) => Array.from({ length: n }, () => hour)

async function planned(changes: Record<string, unknown>) {
  const { body, status } = await camille.post('/experiments', {
    name: 'Question ou affirmation',
    hypothesis: 'Une question fait cliquer davantage.',
    figure: 'clicks',
    exposure: 'posts',
    windowHours: 24,
    plannedEvents: 60,
    ...changes,
  })
  return { body, status }
}

describe('a comparison', () => {
  it('is read by the rule that was fixed beforehand', async () => {
    const a = [await left({ at: '2026-10-20T09:00:00+02:00', clicks: times(20) })]
    const b = [await left({ at: '2026-10-21T09:00:00+02:00', clicks: times(52) })]
    const { body, status } = await planned({ a, b })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      state: 'running',
      decision: 'b-better',
      a: { count: 20, exposure: 1 },
      b: { count: 52, exposure: 1 },
      plan: { plannedEvents: 60, minimumEffect: 0.5, certainty: 0.95 },
    })
    expect(body.sentence).toContain('B probably does better than A')
    expect(body.probabilityBBetter).toBeGreaterThan(0.975)
    expect(body.ratio.low).toBeGreaterThan(1)
    expect(body.cautions.map((caution: { code: string }) => caution.code)).toEqual([
      'planned-afterwards',
      'one-post-each',
    ])
  })

  it('speaks French to who reads French', async () => {
    const a = [await left({ at: '2026-10-20T09:00:00+02:00', clicks: times(3) })]
    const b = [await left({ at: '2026-10-21T09:00:00+02:00', clicks: times(5) })]
    const { body } = await planned({ a, b })
    const read = await camille.get(`/experiments/${body.id}`, { 'accept-language': 'fr' })
    expect(read.body.sentence).toBe(
      'On ne peut pas encore trancher\u00a0: il manque environ 52 clics.',
    )
  })

  it('counts each post during its own first hours', async () => {
    const a = [await left({ at: '2026-10-20T09:00:00+02:00', clicks: [1, 5, 23.9, 24.1, 100] })]
    const b = [await left({ at: '2026-10-28T09:00:00+01:00', clicks: [1, 30] })]
    const { body } = await planned({ a, b })
    expect([body.a.count, body.b.count]).toEqual([3, 1])
  })

  it('waits for posts whose hours are not over, and says until when', async () => {
    const a = [await left({ at: '2026-10-20T09:00:00+02:00', clicks: times(9) })]
    const b = [await left({ at: '2026-11-02T08:00:00+01:00', clicks: times(9, 0.5) })]
    const { body } = await planned({ a, b })
    expect(body).toMatchObject({ decision: 'nothing-yet', ratio: null })
    expect(body.b.posts[0]).toMatchObject({
      state: 'counting',
      countedUntil: '2026-11-03T07:00:00.000Z',
      count: null,
    })
    expect(body.provenance.gaps).toEqual(['1 post is still being counted.'])
  })

  it('knows nothing of the clicks of a post without a link, rather than zero', async () => {
    const a = [await left({ at: '2026-10-20T09:00:00+02:00' })]
    const b = [await left({ at: '2026-10-21T09:00:00+02:00', clicks: [] })]
    const { body } = await planned({ a, b })
    expect(body.a.posts[0].state).toBe('no-link')
    expect(body.b.posts[0]).toMatchObject({ state: 'counted', count: 0 })
  })

  it('compares reactions per follower, as the networks told them', async () => {
    const a = [await left({ at: '2026-10-12T09:00:00+02:00', likes: 40, followers: 1_000 })]
    const b = [await left({ at: '2026-10-14T09:00:00+02:00', likes: 90, followers: 1_500 })]
    const { body } = await planned({ a, b, figure: 'engagement', exposure: 'followers' })
    expect(body).toMatchObject({
      exposure: 'followers',
      a: { count: 40, exposure: 1_000 },
      b: { count: 90, exposure: 1_500 },
    })
    expect(body.ratio.mid).toBeCloseTo(1.5, 1)
  })

  it('takes drafts, and has nothing to say of them yet', async () => {
    const draft = async () => (await camille.post('/posts', { text: 'Un brouillon' })).body.id
    const { body, status } = await planned({ a: [await draft()], b: [await draft()] })
    expect(status).toBe(201)
    expect(body.a.posts[0]).toMatchObject({ state: 'waiting', excerpt: 'Un brouillon' })
    expect(body.decision).toBe('nothing-yet')
  })

  it('can be given more posts, never other rules', async () => {
    const a = [await left({ at: '2026-10-20T09:00:00+02:00', clicks: times(20) })]
    const b = [await left({ at: '2026-10-21T09:00:00+02:00', clicks: times(25) })]
    const { body } = await planned({ a, b })
    const more = await left({ at: '2026-10-22T09:00:00+02:00', clicks: times(30) })
    const changed = await camille.post(`/experiments/${body.id}/posts`, {
      b: [more],
      certainty: 0.9,
    })
    expect(changed.body.b).toMatchObject({ count: 55, exposure: 2 })
    expect(changed.body.plan).toEqual(body.plan)
  })
})

describe('a comparison is refused', () => {
  const at = '2026-10-20T09:00:00+02:00'

  it('when a post is in both versions', async () => {
    const both = await left({ at, clicks: [] })
    const { status, body } = await planned({ a: [both], b: [both] })
    expect(status).toBe(422)
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual(['/a/0', '/b/0'])
  })

  it('when a post of one version is added to the other', async () => {
    const [a, b] = [await left({ at, clicks: [] }), await left({ at, clicks: [] })]
    const { body } = await planned({ a: [a], b: [b] })
    const moved = await camille.post(`/experiments/${body.id}/posts`, { b: [a] })
    expect(moved.status).toBe(422)
  })

  it('when a post does not exist, or belongs to another company', async () => {
    const { status, body } = await planned({ a: [randomUUID()], b: [await left({ at })] })
    expect(status).toBe(422)
    expect(body.errors[0].pointer).toBe('/a/0')
  })

  it.each([
    ['without a post', { a: [], b: [] }],
    ['on an unknown figure', { a: [randomUUID()], b: [randomUUID()], figure: 'luck' }],
    ['for a difference of nothing', { a: [randomUUID()], b: [randomUUID()], minimumEffect: 0 }],
    ['with a certainty of one', { a: [randomUUID()], b: [randomUUID()], certainty: 1 }],
  ])('%s', async (_, changes) => {
    expect((await planned(changes)).status).toBe(422)
  })
})

describe('concluding', () => {
  async function concluded() {
    const a = [await left({ at: '2026-10-20T09:00:00+02:00', clicks: times(20) })]
    const b = [await left({ at: '2026-10-21T09:00:00+02:00', clicks: times(52) })]
    const { body } = await planned({ a, b })
    const answer = await camille.post(`/experiments/${body.id}/conclude`)
    return { id: body.id as string, a, b, answer }
  }

  it('keeps the sentence as it was read', async () => {
    const { id, answer } = await concluded()
    expect(answer.body).toMatchObject({ state: 'concluded', decision: 'b-better' })
    atelier.clock.advance(30 * 24 * HOUR)
    const later = await camille.get(`/experiments/${id}`)
    expect(later.body.sentence).toBe(answer.body.sentence)
    expect(later.body.concludedAt).toBe('2026-11-02T08:00:00.000Z')
    atelier.clock.advance(-30 * 24 * HOUR)
  })

  it('is done once, and closes the comparison', async () => {
    const { id, a } = await concluded()
    expect((await camille.post(`/experiments/${id}/conclude`)).body.code).toBe(
      'experiment.already_concluded',
    )
    expect((await camille.post(`/experiments/${id}/posts`, { a })).status).toBe(409)
  })

  it('is told to the rest of the desk', async () => {
    const { id } = await concluded()
    const events = await atelier.desk.db
      .withTables<{ events: { name: string; payload: { experimentId?: string } } }>()
      .selectFrom('events')
      .selectAll()
      .where('name', '=', 'experiment.concluded')
      .execute()
    expect(events.map(({ payload }) => payload.experimentId)).toContain(id)
  })
})

describe('around a comparison', () => {
  it('the list puts those that run first', async () => {
    const { body } = await camille.get('/experiments')
    const states = body.map((one: { state: string }) => one.state)
    expect(states).toEqual([...states].sort().toReversed())
    expect(body[0].sentence).toEqual(expect.any(String))
  })

  it('the forecast says what will be needed before it starts', async () => {
    const query = 'figure=clicks&minimumEffect=0.5&certainty=0.95'
    const { body } = await camille.get(`/experiments/forecast?${query}`)
    expect(body.events).toBe(191)
    expect(body.perPost).toBeGreaterThan(0)
    expect(body.posts).toBe(Math.ceil(191 / body.perPost))
  })

  it('the table goes to a spreadsheet, formulas defused', async () => {
    const a = [await left({ at: '2026-10-20T09:00:00+02:00', clicks: times(2) })]
    const b = [(await camille.post('/posts', { text: '=CMD("calc")' })).body.id]
    const { body } = await planned({ a, b })
    const csv = await camille.get(`/experiments/${body.id}/table.csv`)
    expect(csv.headers['content-type']).toContain('text/csv')
    expect(csv.body).toContain('post,A,Une chaise en chêne massif,2,')
    expect(csv.body).not.toMatch(/,"?=CMD/)
  })

  it('strangers and other companies see nothing', async () => {
    const a = [await left({ at: '2026-10-20T09:00:00+02:00', clicks: times(2) })]
    const b = [await left({ at: '2026-10-20T09:00:00+02:00', clicks: times(2) })]
    const { body } = await planned({ a, b })
    const company = { name: 'Maison Sofia', language: 'fr', timeZone }
    const other = camille.of((await camille.post('/companies', company)).body.id)
    expect((await other.get(`/experiments/${body.id}`)).status).toBe(404)
    expect((await other.post(`/experiments/${body.id}/conclude`)).status).toBe(404)
    expect((await atelier.stranger.get('/experiments')).status).toBe(401)
  })
})
