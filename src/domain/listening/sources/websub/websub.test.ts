import { describe, expect, test } from 'vitest'
import {
  ask,
  callback,
  camille,
  clock,
  DAY,
  desk,
  HOUR,
  hub,
  listenTo,
  MINUTE,
  paper,
  passes,
  quiet,
  settle,
  theSource,
  titles,
} from './testing.ts'

describe('a feed that names a hub', () => {
  test.each(['header', 'feed'] as const)(
    'is subscribed to there: named in its %s',
    async (where) => {
      const { topic } = await listenTo(where)
      expect(hub.asked).toHaveLength(1)
      expect(hub.asked[0]).toMatchObject({ mode: 'subscribe', topic, leaseSeconds: 864_000 })
      expect(callback()).toMatch(/^https:\/\/desk\.atelier-morel\.example\/websub\/[\w-]{43}$/)
      expect((await theSource()).toldSince).toBe(clock.now().toISOString())
    },
  )

  test.each(['before', 'after'] as const)(
    'is agreed on when the hub asks %s it answers',
    async (verifies) => {
      hub.verifies = verifies
      await listenTo()
      expect(hub.subscribers.size).toBe(1)
      expect((await theSource()).toldSince).not.toBeNull()
      await passes(3 * DAY)
      expect(hub.asked).toHaveLength(1)
    },
  )

  test.each(['sha1', 'sha256', 'sha384', 'sha512'])(
    'is read at once when the hub tells of something new (%s)',
    async (algorithm) => {
      hub.algorithm = algorithm
      const { topic } = await listenTo()
      clock.advance(5 * MINUTE)
      paper.articles.unshift(`Chêne ${algorithm}`)
      expect(await hub.distribute(topic)).toEqual([202])
      await settle()
      expect(await titles()).toContain(`Chêne ${algorithm}`)
    },
  )

  test('is read once an hour meanwhile, and every ten minutes where nobody can call this desk', async () => {
    await listenTo()
    await passes(10 * MINUTE)
    const asked = paper.asked
    await passes(50 * MINUTE)
    expect(paper.asked).toBe(asked)
    await passes(10 * MINUTE)
    expect(paper.asked).toBe(asked + 1)
    await camille.delete(`/sources/${(await theSource()).id}`)
    await quiet()

    desk.publicUrl = undefined
    hub.asked.length = 0
    await listenTo()
    const before = paper.asked
    await passes(10 * MINUTE)
    expect([hub.asked.length, paper.asked]).toEqual([0, before + 1])
    expect((await theSource()).toldSince).toBeNull()
  })

  test('that shows what is new a little later is looked at again after ten minutes', async () => {
    const { topic } = await listenTo()
    await passes(10 * MINUTE)
    await passes(MINUTE)
    await hub.distribute(topic)
    await settle()
    paper.articles.unshift('Chêne en retard')
    await passes(10 * MINUTE)
    expect(await titles()).toContain('Chêne en retard')
  })

  test('is renewed before the lease ends, and its state says since when all along', async () => {
    hub.lease = DAY / 1000
    await listenTo()
    const since = (await theSource()).toldSince
    for (let hours = 0; hours < 48; hours += 4) {
      await passes(4 * HOUR)
      expect((await theSource()).toldSince).toBe(since)
    }
    expect(hub.asked.map(({ mode }) => mode)).toEqual(['subscribe', 'subscribe', 'subscribe'])
    expect(new Set(hub.asked.map((one) => one.callback)).size).toBe(1)
  })

  test('is read as any other once the hub renews no more, which is asked ever less', async () => {
    hub.lease = DAY / 1000
    await listenTo()
    hub.refuses = 500
    for (let hour = 0; hour < 30; hour++) await passes(HOUR)
    expect((await theSource()).toldSince).toBeNull()
    expect(hub.asked.length).toBeLessThan(7)
    const asked = paper.asked
    await passes(10 * MINUTE)
    expect(paper.asked).toBe(asked + 1)
    hub.refuses = null
    await passes(DAY)
    expect((await theSource()).toldSince).not.toBeNull()
  })

  test('a lease of one second does not have the hub asked without end', async () => {
    hub.lease = 1
    await listenTo()
    await passes(2000)
    expect(hub.asked).toHaveLength(1)
  })

  test('is ended at the hub when it is removed, and what still comes is told it is gone', async () => {
    const { id } = await listenTo()
    const address = callback()
    await camille.delete(`/sources/${id}`)
    expect((await hub.call(address, { method: 'POST', body: 'x' })).status).toBe(410)
    await quiet()
    expect(hub.asked.map(({ mode }) => mode)).toEqual(['subscribe', 'unsubscribe'])
    expect(hub.subscribers.size).toBe(0)
    await passes(2 * DAY)
    expect(hub.asked).toHaveLength(2)
  })

  test('is let go of when a hub never agrees to the end', async () => {
    const { id } = await listenTo()
    hub.refuses = 503
    await camille.delete(`/sources/${id}`)
    for (let day = 0; day < 9; day++) await passes(DAY)
    expect(hub.asked.filter(({ mode }) => mode === 'unsubscribe')).toHaveLength(5)
  })

  test('that names another hub, or none any more, leaves the former', async () => {
    const { topic } = await listenTo()
    paper.header = `<${hub.url}other>; rel="hub", <${topic}>; rel="self"`
    await passes(HOUR)
    await passes(10 * MINUTE)
    expect(hub.asked.map(({ mode }) => mode).toSorted()).toEqual([
      'subscribe',
      'subscribe',
      'unsubscribe',
    ])
    expect((await theSource()).toldSince).not.toBeNull()
    paper.header = ''
    await passes(2 * HOUR)
    expect((await theSource()).toldSince).toBeNull()
    expect(hub.subscribers.size).toBe(0)
  })

  test('that the hub denies is read as any other, and asked again after a week', async () => {
    const { topic } = await listenTo()
    const denied = { 'hub.mode': 'denied', 'hub.topic': topic, 'hub.reason': 'closed' }
    expect((await ask(denied)).status).toBe(200)
    await quiet()
    expect((await theSource()).toldSince).toBeNull()
    const asked = paper.asked
    await passes(10 * MINUTE)
    expect(paper.asked).toBe(asked + 1)
    await passes(6 * DAY)
    expect(hub.asked).toHaveLength(1)
    await passes(DAY)
    expect(hub.asked).toHaveLength(2)
  })

  test('one that names none asks nobody', async () => {
    await listenTo('nothing')
    expect(hub.asked).toEqual([])
  })
})
