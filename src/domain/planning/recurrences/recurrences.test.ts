import { beforeEach, describe, expect, test } from 'vitest'
import type { PostView } from '#domain/publishing/api.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { PlanningTables } from '../tables.ts'
import { openPlanningRoom } from '../testing/open-planning-room.ts'
import type { RecurrenceView } from './api.ts'
import { AHEAD, lookAfterNext } from './look-after.ts'

const TUESDAYS = 'FREQ=WEEKLY;BYDAY=TU;COUNT=10'

const atelier = await openPlanningRoom()
const { planned } = atelier
beforeEach(atelier.startAfresh)

/** Camille repeats a post, and the desk does what is due. */
async function repeat(
  rule = TUESDAYS,
  more: Record<string, unknown> = {},
): Promise<RecurrenceView> {
  const post = { text: 'Visite de l’atelier', variants: [{ channelId: atelier.accounts['lyon'] }] }
  const asked = { post, rule, wallTime: '2026-11-24T09:30', ...more }
  const { status, body } = await atelier.camille.post('/recurrences', asked)
  if (status !== 201) throw new Error(JSON.stringify(body))
  await atelier.settle()
  return read(body)
}

const read = async ({ id }: { id: string }) =>
  (await atelier.camille.get<RecurrenceView>(`/recurrences/${id}`)).body

const walls = (posts: { wallTime: string | null }[]) => posts.map(({ wallTime }) => wallTime)
const states = ({ occurrences }: RecurrenceView) => occurrences.map(({ state }) => state)
const change = (series: RecurrenceView, changes: Record<string, unknown>) =>
  atelier.camille.patch<RecurrenceView>(`/recurrences/${series.id}`, {
    version: series.version,
    ...changes,
  })

describe('a post that comes again', () => {
  test('stands on the calendar a few times ahead, each a post like any other', async () => {
    const series = await repeat()
    const posts = await planned()
    expect(walls(posts)).toEqual([
      '2026-11-24T09:30',
      '2026-12-01T09:30',
      '2026-12-08T09:30',
      '2026-12-15T09:30',
    ])
    expect(posts).toHaveLength(AHEAD)
    expect(series).toMatchObject({ left: 10, missed: 0, createdBy: 'Camille Morel' })
    const one = await atelier.read(posts[0])
    expect(one.origin).toEqual({ kind: 'recurrence', id: series.id })
  })

  test('leaves at its hour, and the next one takes its place at the end', async () => {
    const series = await repeat()
    await atelier.at('2026-11-24T09:31')
    expect(atelier.place.heard).toHaveLength(1)
    await atelier.at('2026-11-24T15:31')
    expect(states(await read(series)).slice(0, 6)).toEqual([
      'past',
      'made',
      'made',
      'made',
      'made',
      'waiting',
    ])
  })

  test('says other words each time when there are several', async () => {
    await repeat(TUESDAYS, { texts: ['Entrez', 'Poussez la porte', 'Venez voir'] })
    expect((await planned()).map(({ excerpt }) => excerpt)).toEqual([
      'Entrez',
      'Poussez la porte',
      'Venez voir',
      'Entrez',
    ])
  })

  test('takes the draft it was written as off, and gives it back with its undo', async () => {
    const draft = await atelier.draft('Visite')
    await repeat(TUESDAYS, { fromPostId: draft.id })
    expect((await atelier.read(draft)).status).toBe('cancelled')
  })

  test('is begun once, however often the request comes', async () => {
    const post = { text: 'Visite', variants: [{ channelId: atelier.accounts['lyon'] }] }
    const asked = { post, rule: TUESDAYS, wallTime: '2026-11-24T09:30' }
    const key = { 'idempotency-key': 'visite' }
    const [first, second] = [
      await atelier.camille.with(key).post('/recurrences', asked),
      await atelier.camille.with(key).post('/recurrences', asked),
    ]
    expect(first.body.id).toBe(second.body.id)
    await atelier.settle()
    expect(await planned()).toHaveLength(AHEAD)
  })

  test('that a network refuses stays a draft and says why', async () => {
    const post = { text: 'x'.repeat(5000), variants: [{ channelId: atelier.accounts['lyon'] }] }
    const series = await repeat('FREQ=WEEKLY;COUNT=1', { post })
    expect(series.occurrences).toMatchObject([
      { state: 'refused', reason: expect.stringMatching(/\d/) },
    ])
    const [{ postId } = { postId: null }] = series.occurrences
    expect((await atelier.read({ id: postId ?? '' })).status).toBe('draft')
  })
})

describe('this one, this and the following, or all', () => {
  test('one deleted leaves a hole that nothing fills', async () => {
    const series = await repeat()
    const [, second] = await planned()
    await atelier.camille.delete(`/posts/${second?.id}`)
    await atelier.settle()
    expect(walls(await planned())).toEqual([
      '2026-11-24T09:30',
      '2026-12-08T09:30',
      '2026-12-15T09:30',
    ])
    expect(states(await read(series)).slice(0, 3)).toEqual(['made', 'skipped', 'made'])
    await atelier.camille.post(`/posts/${second?.id}/restore`)
    expect(states(await read(series)).slice(0, 3)).toEqual(['made', 'made', 'made'])
  })

  test('one skipped before it is made is never made', async () => {
    const series = await repeat()
    const wallTime = '2026-12-22T09:30'
    await atelier.camille.post(`/recurrences/${series.id}/skip`, { wallTime, skipped: true })
    await atelier.at('2026-12-16T09:00')
    expect(walls(await planned('2026-12-16'))).toEqual([
      '2026-12-29T09:30',
      '2027-01-05T09:30',
      '2027-01-12T09:30',
      '2027-01-19T09:30',
    ])
  })

  test('one changed by hand keeps its words when all are changed', async () => {
    const series = await repeat()
    const [, second] = await planned()
    const { id = '', version } = second ?? {}
    await atelier.camille.patch(`/posts/${id}`, { text: 'Fermé ce jour-là', version })
    const post = { ...series.post, text: 'Portes ouvertes' }
    expect((await change(series, { post })).status).toBe(200)
    await atelier.settle()
    expect((await planned()).map(({ excerpt }) => excerpt)).toEqual([
      'Portes ouvertes',
      'Fermé ce jour-là',
      'Portes ouvertes',
      'Portes ouvertes',
    ])
  })

  test('this one and the following become a series of their own, at another hour', async () => {
    const series = await repeat()
    const { body: second } = await change(series, { from: '2026-12-08T09:30', time: '18:00' })
    await atelier.settle()
    expect(second.followsId).toBe(series.id)
    expect((await read(series)).left).toBe(2)
    expect((await read(second)).left).toBe(8)
    expect(walls(await planned()).slice(0, 4)).toEqual([
      '2026-11-24T09:30',
      '2026-12-01T09:30',
      '2026-12-08T18:00',
      '2026-12-15T18:00',
    ])
  })

  test('a change made on an old reading is refused', async () => {
    const series = await repeat()
    await change(series, { time: '10:00' })
    const { status, body } = await change(series, { time: '11:00' })
    expect([status, body]).toMatchObject([409, { code: 'recurrence.changed_meanwhile' }])
  })

  test('stopped, it takes its posts off; going on, it makes nothing up', async () => {
    const series = await repeat()
    await atelier.camille.post(`/recurrences/${series.id}/state`, { state: 'off' })
    expect(await planned()).toEqual([])
    await atelier.at('2026-12-02T09:00')
    await atelier.camille.post(`/recurrences/${series.id}/state`, { state: 'on' })
    await atelier.settle()
    expect(walls(await planned())[0]).toBe('2026-12-08T09:30')
    expect(states(await read(series)).slice(0, 3)).toEqual(['skipped', 'skipped', 'made'])
    expect(atelier.place.heard).toEqual([])
  })
})

describe('never in a burst', () => {
  test('after a month of sleep nothing late leaves; what was missed is listed', async () => {
    const series = await repeat('FREQ=DAILY;COUNT=60')
    await atelier.at('2026-12-24T18:00')
    expect(atelier.place.heard).toEqual([])
    const now = await read(series)
    expect(now.missed).toBe(31)
    expect(walls(await planned('2026-12-01'))[0]).toBe('2026-12-25T09:30')
  })

  test('a nap of an hour lets the one that is due leave, and no other', async () => {
    await repeat('FREQ=DAILY;COUNT=60')
    await atelier.at('2026-11-26T10:30')
    expect(atelier.place.heard).toHaveLength(1)
  })

  test('awake exactly a day after one was due, when the next is, it lets only that one leave', async () => {
    const series = await repeat('FREQ=DAILY;COUNT=60')
    await atelier.at('2026-11-25T09:30')
    expect(atelier.place.heard).toHaveLength(1)
    expect(states(await read(series)).slice(0, 2)).toEqual(['missed', 'made'])
  })

  test('two posts of one series never left within half a day, whenever the desk slept', async () => {
    await repeat('FREQ=DAILY;COUNT=30')
    for (const nap of [1, 23, 47, 3, 24, 71, 5, 24, 24, 2, 90, 6]) {
      const before = atelier.place.heard.length
      await atelier.after(nap * 3600)
      expect(atelier.place.heard.length - before).toBeLessThanOrEqual(1)
    }
  })
})

describe('a desk that dies', () => {
  test('in the middle has made nothing, and makes each post once when it is back', async () => {
    const series = await repeat()
    const { desk } = atelier
    await atelier.at('2026-11-24T16:00')
    await atelier.camille.post(`/recurrences/${series.id}/state`, { state: 'off' })
    await atelier.camille.post(`/recurrences/${series.id}/state`, { state: 'on' })
    let readings = 0
    while (!(await survives(readings))) {
      expect(await planned('2026-11-25')).toEqual([])
      readings += 3
    }
    expect(readings).toBeGreaterThan(9)
    await Promise.all([lookAfterNext(desk), lookAfterNext(desk), lookAfterNext(desk)])
    const posts = await tablesOf<PlanningTables>(desk.db)
      .selectFrom('occurrences')
      .selectAll()
      .execute()
    const made = posts.filter(({ state }) => state === 'made')
    expect(new Set(made.map(({ postId }) => postId)).size).toBe(AHEAD)
    expect(await planned('2026-11-25')).toHaveLength(AHEAD)
  })

  /** The same desk, whose process stops after its clock was read so many times. */
  async function survives(readings: number): Promise<boolean> {
    let left = readings
    const now = () => {
      if (left-- <= 0) throw new Error('killed')
      return atelier.clock.now()
    }
    try {
      return await lookAfterNext({ ...atelier.desk, clock: { now } })
    } catch {
      return false
    }
  }
})

test('a stranger’s series is not there', async () => {
  const { id } = await repeat()
  const { status } = await atelier.stranger.get(`/recurrences/${id}`)
  expect(status).toBe(401)
})

test('a post of the series is a post: it can be moved by itself', async () => {
  await repeat()
  const [first] = await planned()
  const to = { wallTime: '2026-11-25T11:00', version: first?.version }
  const { body } = await atelier.camille.post<PostView>(`/posts/${first?.id}/move`, to)
  expect(body.wallTime).toBe('2026-11-25T11:00')
  await atelier.at('2026-11-24T16:00')
  expect(atelier.place.heard).toEqual([])
  await atelier.at('2026-11-25T11:01')
  expect(atelier.place.heard).toHaveLength(1)
})
