import { beforeEach, describe, expect, test } from 'vitest'
import type { PostView } from '#domain/publishing/api.ts'
import { openPlanningRoom } from '../testing/open-planning-room.ts'
import type { Hour, NextView, QueueView } from './api.ts'

const room = await openPlanningRoom()
beforeEach(room.startAfresh)

const hours = (...texts: string[]): Hour[] =>
  texts.map((text) => {
    const [weekday = '', time = ''] = text.split(' ')
    return { weekday: Number(weekday), time, evergreen: text.endsWith('shelf') }
  })
const give = (handle: string, ...texts: string[]) =>
  room.camille.put('/slots', { channelId: room.accounts[handle], slots: hours(...texts) })
const queue = ({ id, version }: PostView) =>
  room.camille.post<PostView & { code?: string }>(`/posts/${id}/queue`, { version })
const queued = async (text: string, by?: string[]) =>
  (await queue(await room.draft(text, by))).body.wallTime
const next = async (by = ['lyon']) => {
  const ids = by.map((handle) => `channelIds=${room.accounts[handle]}`).join('&')
  return (await room.camille.get<NextView>(`/slots/next?${ids}`)).body
}

describe('the next free slot', () => {
  test('is the earliest hour of the account that nothing stands in', async () => {
    await give('lyon', '2 09:30', '4 18:00')
    expect(await queued('Un')).toBe('2026-11-24T09:30')
    expect(await queued('Deux')).toBe('2026-11-26T18:00')
    expect(await queued('Trois')).toBe('2026-12-01T09:30')
  })

  test('is free again when its post is moved or taken off', async () => {
    await give('lyon', '2 09:30')
    const post = (await queue(await room.draft('Un'))).body
    expect((await next()).next?.wallTime).toBe('2026-12-01T09:30')
    await room.camille.delete(`/posts/${post.id}`)
    expect((await next()).next?.wallTime).toBe('2026-11-24T09:30')
  })

  test('is not one that a post by hand stands within minutes of', async () => {
    await give('lyon', '2 09:30')
    await room.scheduled('À la main', '2026-11-24T09:24')
    expect(await queued('Un')).toBe('2026-12-01T09:30')
  })

  test('today is only an hour still to come', async () => {
    await give('lyon', '1 08:00', '1 18:00')
    expect(await queued('Un')).toBe('2026-11-23T18:00')
  })

  test('of several accounts is one that they share; one without slots follows', async () => {
    await give('lyon', '2 09:30', '3 12:00')
    await give('paris', '3 12:00', '5 17:00')
    expect(await queued('Tous deux', ['lyon', 'paris'])).toBe('2026-11-25T12:00')
    await give('paris')
    expect(await queued('Encore', ['lyon', 'paris'])).toBe('2026-11-24T09:30')
  })

  test('does not exist where accounts share none: it says so instead of choosing', async () => {
    await give('lyon', '2 09:30')
    await give('paris', '5 17:00')
    const { status, body } = await queue(await room.draft('Tous deux', ['lyon', 'paris']))
    expect([status, body.code]).toEqual([422, 'queue.no_common_slot'])
    expect((await next(['lyon', 'paris'])).reason).toContain('lyon, paris')
  })

  test('does not exist without slots', async () => {
    const { status, body } = await queue(await room.draft('Un'))
    expect([status, body.code]).toEqual([422, 'queue.no_slots'])
  })

  test('is never one that is kept for the shelf', async () => {
    await give('lyon', '2 09:30 shelf', '5 17:00')
    expect(await queued('Un')).toBe('2026-11-27T17:00')
  })

  test('keeps its hour through the change of clocks', async () => {
    room.clock.set('2027-03-27T12:00:00+01:00')
    await give('lyon', '7 09:00')
    const { body } = await queue(await room.draft('Un'))
    expect(body).toMatchObject({
      wallTime: '2027-03-28T09:00',
      scheduledAt: '2027-03-28T07:00:00.000Z',
    })
  })
})

test('eight people who queue at the same moment get eight slots', async () => {
  await give('lyon', '2 09:30', '2 18:00', '4 12:00')
  const drafts = []
  for (let i = 0; i < 8; i++) drafts.push(await room.draft(`Chaise ${i}`))
  const answers = await Promise.all(drafts.map(queue))
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
  expect(new Set(answers.map(({ body }) => body.wallTime)).size).toBe(8)
})

describe('the queue of an account', () => {
  const read = async () =>
    (await room.camille.get<QueueView>(`/queue?channelId=${room.accounts['lyon']}`)).body
  const lines = ({ entries }: QueueView) =>
    entries.map(({ wallTime, post }) => `${wallTime} ${post?.excerpt ?? '-'}`)

  test('shows slots taken and free, and what stands elsewhere', async () => {
    await give('lyon', '2 09:30', '4 18:00 shelf')
    await queued('Un')
    await room.scheduled('À part', '2026-11-25T11:00')
    const queueNow = await read()
    expect(lines(queueNow)).toEqual([
      '2026-11-24T09:30 Un',
      '2026-11-25T11:00 À part',
      '2026-11-26T18:00 -',
      '2026-12-01T09:30 -',
      '2026-12-03T18:00 -',
    ])
    expect(queueNow.entries.map(({ slot }) => slot)).toEqual([
      'queue',
      null,
      'evergreen',
      'queue',
      'evergreen',
    ])
  })

  test('takes a new order, and the posts share the times they had', async () => {
    await give('lyon', '2 09:30', '4 18:00')
    for (const text of ['Un', 'Deux', 'Trois']) await queued(text)
    const ids = (await read()).entries.flatMap(({ post }) => post?.id ?? [])
    const order = [ids[2], ids[0], ids[1]]
    const channelId = room.accounts['lyon']
    const { body } = await room.camille.put<QueueView>('/queue', { channelId, postIds: order })
    expect(lines(body).slice(0, 3)).toEqual([
      '2026-11-24T09:30 Trois',
      '2026-11-26T18:00 Un',
      '2026-12-01T09:30 Deux',
    ])
    await room.camille.delete(`/posts/${ids[0]}`)
    const late = await room.camille.put('/queue', { channelId, postIds: order })
    expect([late.status, late.body.code]).toEqual([409, 'queue.changed_meanwhile'])
  })
})
