import { expect, onTestFinished, test, vi } from 'vitest'
import { fixedClock } from '#platform/clock.ts'
import { silentLog } from '#platform/log.ts'
import { openDesk } from '#main/desk.ts'
import { said } from '../../fixture.ts'
import {
  atelier,
  clock,
  connectVillage,
  here,
  HOUR,
  MINUTE,
  settle,
  square,
  village,
  WAIT,
} from './testing.ts'

test('a stream is offered, heard, and only what a query finds is kept', async () => {
  const { camille, listen, theSource, texts } = await atelier()
  const { body: offers } = await camille.get('/sources/offers')
  expect(offers.streams).toMatchObject([
    { connectorId: 'square', needsAccount: false, fields: [{ name: 'tag' }], channels: [] },
    { connectorId: 'village', needsAccount: true, channels: [] },
  ])
  await listen()
  await vi.waitFor(async () => expect((await theSource()).live?.since).not.toBeNull(), WAIT)
  expect(square.openings).toMatchObject([{ account: null, cursor: null }])
  const author = { remoteId: 'did:1', handle: 'yanis', name: 'did:1' }
  square.tells({ items: [said('Rien à voir'), said('J’aime Morel', { author })], skipped: 2 })
  await vi.waitFor(async () => expect(await texts()).toEqual(['J’aime Morel']), WAIT)
  const { body } = await camille.get('/mentions')
  expect(body.items[0].author.name).toBe('yanis, nommé')
  expect(await theSource()).toMatchObject({
    kind: 'stream',
    name: 'La Grand-Place',
    state: 'fine',
    itemsRead: 2,
    mentions: 1,
    lastItemAt: clock.now().toISOString(),
    live: { perMinute: 12, secondsBehind: 2, skipped: 2, missed: [], isAsked: false },
  })
})

test('a query asks a stream for its source, its site and its language too', async () => {
  const { camille, listen, theSource, texts } = await atelier()
  await camille.post('/queries', {
    expression: 'table source:"la grand place" site:journal.example lang:fr',
  })
  await listen()
  await vi.waitFor(async () => expect((await theSource()).live?.since).not.toBeNull(), WAIT)
  const table = said('Une table', { language: 'fr' })
  square.tells({ items: [said('A table', { language: 'en' }), table], skipped: 0 })
  await vi.waitFor(async () => expect(await texts()).toEqual(['Une table']), WAIT)
})

test('cut, it is taken up where it stood a moment later, and nothing is lost nor kept twice', async () => {
  const { listen, theSource, texts } = await atelier()
  await listen()
  await vi.waitFor(() => expect(square.listening).toBe(1), WAIT)
  square.tells({ items: [said('Morel un')] })
  await vi.waitFor(async () => expect(await texts()).toHaveLength(1), WAIT)
  square.cuts()
  await vi.waitFor(async () => expect((await theSource()).live?.since).toBeNull(), WAIT)
  // One cut is no trouble worth a person's eye.
  expect(await theSource()).toMatchObject({ state: 'fine', trouble: null })
  square.tells({ items: [said('Morel deux')] })
  clock.advance(2000)
  await settle()
  await vi.waitFor(async () => expect(await texts()).toEqual(['Morel deux', 'Morel un']), WAIT)
  expect(square.openings.at(-1)?.cursor).toBe('1')
})

test('a server that answers nobody is tried less and less, says why, and is forgiven', async () => {
  const { listen, theSource } = await atelier()
  const down = { kind: 'transient', detail: 'connection-refused' } as const
  square.refusals.push(down, down, down)
  await listen()
  const waits: number[] = []
  for (const round of [1, 2, 3]) {
    await vi.waitFor(async () => {
      const { nextPollAt } = await theSource()
      expect(square.openings).toHaveLength(round)
      expect(new Date(nextPollAt ?? 0) > clock.now()).toBe(true)
    }, WAIT)
    const wait = new Date((await theSource()).nextPollAt ?? 0).getTime() - clock.now().getTime()
    waits.push(wait)
    if (round < 3) {
      clock.advance(wait)
      await settle()
    }
  }
  // Half to one and a half times one, two and four seconds.
  waits.forEach((wait, index) => {
    expect(wait).toBeGreaterThanOrEqual(500 * 2 ** index)
    expect(wait).toBeLessThanOrEqual(1500 * 2 ** index)
  })
  expect(await theSource()).toMatchObject({
    state: 'troubled',
    trouble:
      'La Grand-Place is not responding (connection-refused). We keep trying, less and less often.',
  })
  clock.advance(6000)
  await settle()
  await vi.waitFor(async () => expect((await theSource()).state).toBe('fine'), WAIT)
})

test('what its author deletes is forgotten, and what its author edits is read anew', async () => {
  const { listen, texts } = await atelier()
  await listen()
  const first = said('Morel, une chaise')
  const second = said('Une table')
  const author = { remoteId: 'did:gone', handle: 'parti', name: 'Parti' }
  square.tells({ items: [first, second, said('Morel, par un autre', { author })] })
  await vi.waitFor(async () => expect(await texts()).toHaveLength(2), WAIT)
  square.tells({
    changed: [
      { ...first, text: 'Morel, une belle chaise' },
      { ...second, text: 'Une table Morel' },
    ],
  })
  await vi.waitFor(async () => {
    expect(await texts()).toEqual([
      'Morel, par un autre',
      'Morel, une belle chaise',
      'Une table Morel',
    ])
  }, WAIT)
  square.tells({
    gone: { posts: [first.remoteId, 'never\0 seen \ud83e'], authors: ['did:gone', '\0'] },
  })
  await vi.waitFor(async () => expect(await texts()).toEqual(['Une table Morel']), WAIT)
})

test('where anybody may say that a post is gone, only its own author is believed', async () => {
  const { listen, texts } = await atelier()
  await listen()
  const author = { remoteId: 'lea', handle: 'lea', name: 'Léa' }
  const [one, two] = [said('Morel un', { author }), said('Morel deux', { author })]
  square.tells({ items: [one, two] })
  await vi.waitFor(async () => expect(await texts()).toHaveLength(2), WAIT)
  const claimed = [
    { author: 'yanis', post: two.remoteId },
    { author: 'lea', post: one.remoteId },
  ]
  square.tells({ gone: { posts: [], authors: [], claimed } })
  await vi.waitFor(async () => expect(await texts()).toEqual(['Morel deux']), WAIT)
})

test('what a part of it lacks is told while the rest is heard, as long as it lasts', async () => {
  const { listen, theSource } = await atelier()
  await listen()
  square.tells({ trouble: { en: 'One relay is away.', fr: 'Un relais est absent.' } })
  await vi.waitFor(async () => {
    expect(await theSource()).toMatchObject({ state: 'troubled', trouble: 'One relay is away.' })
  }, WAIT)
  expect((await theSource()).live?.since).not.toBeNull()
  square.tells({ items: [said('Rien')] })
  await vi.waitFor(async () => {
    expect(await theSource()).toMatchObject({ state: 'fine', trouble: null })
  }, WAIT)
})

test('paused or removed, it is let go of at once; resumed, it goes on where it stood', async () => {
  const { camille, listen, texts } = await atelier()
  const { id } = await listen()
  square.tells({ items: [said('Morel un')] })
  await vi.waitFor(async () => expect(await texts()).toHaveLength(1), WAIT)
  await camille.patch(`/sources/${id}`, { paused: true })
  await settle()
  await vi.waitFor(() => expect(square.listening).toBe(0), WAIT)
  square.tells({ items: [said('Morel deux')] })
  clock.advance(HOUR)
  await settle()
  expect(square.listening).toBe(0)
  await camille.patch(`/sources/${id}`, { paused: false })
  await settle()
  await vi.waitFor(async () => expect(await texts()).toHaveLength(2), WAIT)
  await camille.delete(`/sources/${id}`)
  await settle()
  await vi.waitFor(() => expect(square.listening).toBe(0), WAIT)
})

test('what was missed for good is said', async () => {
  const { listen, theSource } = await atelier()
  await listen()
  const missed = {
    from: new Date('2026-11-21T08:00:00Z'),
    to: new Date('2026-11-22T08:00:00Z'),
  }
  square.tells({ missed, items: [said('bonjour')] })
  await vi.waitFor(async () => {
    expect((await theSource()).live?.missed).toEqual([
      { from: missed.from.toISOString(), to: missed.to.toISOString() },
    ])
  }, WAIT)
})

test('of two desks on one database, one listens; when it dies without a word the other goes on', async () => {
  const { listen, texts } = await atelier()
  await listen()
  await vi.waitFor(() => expect(square.listening).toBe(1), WAIT)
  const otherClock = fixedClock(clock.now().toISOString())
  const other = await openDesk({
    config: here.config,
    database: here.databaseUrl,
    clock: otherClock,
    log: silentLog,
    migrated: true,
    connectors: here.desk.connectors,
  })
  onTestFinished(() => other.close())
  const work = other.jobs.find(({ name }) => name === 'listening-streams')
  expect(await work?.runDue()).toBe(0)
  expect(square.listening).toBe(1)
  // The first one says nothing for longer than its lease: it is as good as dead.
  otherClock.advance(MINUTE + 1)
  expect(await work?.runDue()).toBe(1)
  await vi.waitFor(() => expect(square.listening).toBe(2), WAIT)
  square.tells({ items: [said('Morel, entendu par les deux')] })
  await vi.waitFor(async () => expect(await texts()).toHaveLength(1), WAIT)
  // The first one finds that it is its stream no longer, keeps nothing and lets go.
  await vi.waitFor(() => expect(square.listening).toBe(1), WAIT)
})

test('a server that streams to nobody is asked instead, in the same place, and tried again later', async () => {
  const { camille, listen, theSource, texts } = await atelier()
  const channelId = await connectVillage(camille)
  village.refusals.push({
    kind: 'rejected',
    reason: { en: 'No streaming here.', fr: 'Pas de direct ici.' },
    detail: '404',
  })
  village.tells({ items: [said('Morel avant')] })
  await listen('village', { channelId, settings: { tag: 'bois' } })
  await vi.waitFor(async () => expect((await theSource()).live?.isAsked).toBe(true), WAIT)
  await settle()
  await vi.waitFor(async () => {
    await settle()
    expect(await texts()).toEqual(['Morel avant'])
  }, WAIT)
  expect(await theSource()).toMatchObject({ name: '#bois', state: 'fine', trouble: null })
  village.tells({ items: [said('Morel après')] })
  clock.advance(2 * MINUTE)
  await settle()
  expect(await texts()).toHaveLength(2)
  expect(village.asked).toEqual([null, '1'])
  clock.advance(6 * HOUR)
  await settle()
  await vi.waitFor(async () => expect((await theSource()).live?.since).not.toBeNull(), WAIT)
  expect(village.openings.at(-1)).toMatchObject({ cursor: '2', settings: { tag: 'bois' } })
})

test('a form at fault is said by its field; a stream through an account needs one', async () => {
  const { camille } = await atelier()
  const wrong = await camille.post('/sources', {
    connectorId: 'square',
    live: true,
    settings: { tag: 'deux mots' },
  })
  expect([wrong.status, wrong.body.errors]).toEqual([
    422,
    [{ pointer: '/settings/tag', detail: 'One word only.' }],
  ])
  const alone = await camille.post('/sources', { connectorId: 'village', live: true })
  expect([alone.status, alone.body.code]).toEqual([422, 'listening.channel_needed'])
  const once = await camille.post('/sources', { connectorId: 'square', live: true })
  const twice = await camille.post('/sources', { connectorId: 'square', live: true })
  expect([once.status, twice.status, twice.body.code]).toEqual([
    201,
    409,
    'listening.source_exists',
  ])
})
