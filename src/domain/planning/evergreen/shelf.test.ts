import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { openPlanningRoom } from '../testing/open-planning-room.ts'
import type { EvergreenView } from './api.ts'
import { type Candidate, choose } from './choose.ts'
import { likeness } from './likeness.ts'

const room = await openPlanningRoom()
beforeEach(room.startAfresh)

/** Slots kept for the shelf of an account: `2 09:30`. */
async function keep(handle: string, ...texts: string[]) {
  const slots = texts.map((text) => {
    const [weekday = '', time = ''] = text.split(' ')
    return { weekday: Number(weekday), time, evergreen: true }
  })
  await room.camille.put('/slots', { channelId: room.accounts[handle], slots })
}
async function shelve(text: string, more: Record<string, unknown> = {}, by = ['lyon']) {
  const variants = by.map((handle) => ({ channelId: room.accounts[handle] }))
  const asked = { post: { text, variants }, everyWeeks: 4, ...more }
  const { body } = await room.camille.post<{ id: string }>('/evergreens', asked)
  room.clock.advance(1000)
  return body.id
}
const shelf = async () => (await room.camille.get<EvergreenView[]>('/evergreens')).body
const lines = async () => (await room.planned()).map((p) => `${p.wallTime} ${p.excerpt}`)
const left = () => room.place.heard.map(({ text }) => text)

/** Passes through days as a desk does that never sleeps long, a minute after half past nine. */
async function live(days: number) {
  for (let day = 1; day <= days; day++) {
    const at = new Date(Date.UTC(2026, 10, 23 + day)).toISOString().slice(0, 10)
    await room.at(`${at}T09:31`)
  }
}

describe('the shelf', () => {
  test('fills the slots kept for it, two days ahead, and says from where', async () => {
    await keep('lyon', '2 09:30', '3 09:30', '5 09:30')
    await shelve('Huiler une table en cinq gestes')
    await room.settle()
    expect(await lines()).toEqual(['2026-11-24T09:30 Huiler une table en cinq gestes'])
    const [post] = await room.planned()
    expect((await room.read(post)).origin).toMatchObject({ kind: 'evergreen' })
    expect(await shelf()).toMatchObject([{ times: 0, last: null, next: { postId: post?.id } }])
  })

  test('takes what has waited longest, each at most once in its own weeks', async () => {
    await keep('lyon', '2 09:30', '4 09:30')
    await shelve('Huiler une table', { everyWeeks: 2 })
    await shelve('Choisir un chêne', { everyWeeks: 1 })
    await room.settle()
    await live(15)
    expect(left()).toEqual([
      'Huiler une table',
      'Choisir un chêne',
      'Choisir un chêne',
      'Huiler une table',
    ])
  })

  test('sends one post of the shelf a day by an account, whatever the slots', async () => {
    await keep('lyon', '2 09:30', '2 12:00', '2 18:00')
    for (const text of ['Huiler', 'Cirer', 'Poncer']) await shelve(`${text} une table`)
    await room.settle()
    expect(await room.planned()).toHaveLength(1)
  })

  test('leaves a slot alone where somebody has a post', async () => {
    await keep('lyon', '2 09:30')
    await room.scheduled('À la main', '2026-11-24T09:30')
    await shelve('Huiler une table')
    await room.settle()
    expect(await lines()).toEqual(['2026-11-24T09:30 À la main'])
  })

  test('does not repeat what was published by hand lately', async () => {
    await keep('lyon', '2 09:30')
    await room.scheduled('Huiler une table en cinq gestes, toujours !', '2026-11-23T10:00')
    await room.at('2026-11-23T10:01')
    await shelve('Huiler une table en cinq gestes')
    await room.settle()
    expect(await room.planned('2026-11-24')).toEqual([])
  })

  test('sends until its last day, that day included', async () => {
    await keep('lyon', '2 09:30')
    await shelve('Noël', { until: '2026-11-24' })
    await room.settle()
    expect(await lines()).toEqual(['2026-11-24T09:30 Noël'])
  })

  test('stops at its last day, when it is paused, and when it is taken off', async () => {
    await keep('lyon', '2 09:30')
    await shelve('Noël', { until: '2026-11-23' })
    const id = await shelve('Huiler une table')
    await room.settle()
    expect(await lines()).toEqual(['2026-11-24T09:30 Huiler une table'])
    await room.camille.patch(`/evergreens/${id}`, { state: 'off' })
    await room.settle()
    expect(await lines()).toEqual([])
    await room.camille.patch(`/evergreens/${id}`, { state: 'on' })
    await room.settle()
    expect(await lines()).toHaveLength(1)
    await room.camille.delete(`/evergreens/${id}`)
    await room.settle()
    expect(await lines()).toEqual([])
  })

  test('makes nothing up after a month of sleep', async () => {
    await keep('lyon', '2 09:30', '4 09:30')
    await shelve('Huiler une table', { everyWeeks: 1 })
    await room.settle()
    await room.at('2026-12-23T12:00')
    expect(left()).toEqual([])
    expect((await lines()).filter((line) => line > '2026-12-23')).toHaveLength(1)
  })

  test('says when each left last and what it brought', async () => {
    await keep('lyon', '2 09:30')
    await shelve('Huiler une table')
    await room.settle()
    room.place.counts['post-1'] = { likes: 4, reposts: 2, replies: 1 }
    await room.at('2026-11-24T09:31')
    await room.at('2026-11-24T20:00')
    expect(await shelf()).toMatchObject([
      { times: 1, last: { at: '2026-11-24T08:30:00.000Z', reactions: 7 }, next: null },
    ])
  })
})

describe('which one goes', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)

  test('over a year of daily slots, none comes sooner than its weeks, nor two on one day', () => {
    const shelves = fc.array(
      fc.record({
        everyWeeks: fc.integer({ min: 1, max: 12 }),
        account: fc.constantFrom('a', 'b'),
      }),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(shelves, (kinds) => {
        const all: Candidate[] = kinds.map(({ everyWeeks, account }, i) => ({
          id: String(i),
          channelIds: [account],
          text: `un deux ${i}`,
          everyWeeks,
          until: null,
          days: [],
        }))
        for (let n = 0; n < 365; n++) {
          const chosen = choose(all, [], day(n), () => true)
          if (!chosen) continue
          const last = chosen.days.at(-1)
          if (last)
            expect(Date.parse(day(n)) - Date.parse(last)).toBeGreaterThanOrEqual(
              chosen.everyWeeks * 7 * 86_400_000,
            )
          Object.assign(chosen, { days: [...chosen.days, day(n)] })
        }
      }),
      { numRuns: 30 },
    )
  })

  test('words make two posts alike, not links, case or a comma', () => {
    expect(likeness('Huiler une table', 'HUILER, une table ! https://a.fr/x')).toBe(1)
    expect(likeness('Huiler une table en chêne', 'Choisir une chaise en frêne')).toBeLessThan(0.2)
    expect(likeness('', '')).toBe(0)
  })
})
