import { describe, expect, test } from 'vitest'
import { said } from '../fixture.ts'
import { listeningDesk } from '../testing.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const here = await listeningDesk()
const { press, forum, clock, settle, save, listenTo, mentions, theSource } = here

describe('a source in trouble', () => {
  test('an address that is no feed is refused by its field', async () => {
    press.failures.push({
      kind: 'rejected',
      reason: { en: 'This page is no feed.', fr: 'Cette page n’est pas un flux.' },
      detail: 'html',
      field: 'url',
    })
    const { status, body } = await here.camille.post('/sources', {
      connectorId: 'press',
      settings: { url: 'https://x.example' },
    })
    expect([status, body.errors]).toEqual([
      422,
      [{ pointer: '/settings/url', detail: 'This page is no feed.' }],
    ])
    for (const url of ['', 'pas une adresse', 'javascript:alert(1)', 'ftp://x.example/feed']) {
      const refused = await here.camille.post('/sources', {
        connectorId: 'press',
        settings: { url },
      })
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/settings/url'])
    }
  })

  test('says what is wrong, tries less and less often, and comes back', async () => {
    await save('morel')
    const down = { kind: 'transient', detail: 'connection refused' } as const
    press.failures.push(down)
    await listenTo()
    press.failures.push(down, down)
    await settle()
    expect(await theSource()).toMatchObject({
      state: 'troubled',
      trouble:
        'journal.example is not responding (connection refused). We keep trying, less and less often.',
      troubleSince: clock.now().toISOString(),
      nextPollAt: new Date(clock.now().getTime() + MINUTE).toISOString(),
    })
    clock.advance(MINUTE)
    await settle()
    expect(await theSource()).toMatchObject({
      nextPollAt: new Date(clock.now().getTime() + 2 * MINUTE).toISOString(),
      troubleSince: new Date(clock.now().getTime() - MINUTE).toISOString(),
    })
    press.says.push(said('Morel est là'))
    clock.advance(2 * MINUTE)
    await settle()
    expect(await theSource()).toMatchObject({
      state: 'fine',
      trouble: null,
      troubleSince: null,
      mentions: 1,
    })
  })

  test('that asks to wait is left alone until then, unless a person insists', async () => {
    const source = await listenTo()
    const until = new Date(clock.now().getTime() + 3 * HOUR)
    press.failures.push({ kind: 'rate', until, detail: '429' })
    await settle()
    expect((await theSource()).nextPollAt).toBe(until.toISOString())
    clock.advance(2 * HOUR)
    await settle()
    expect(press.asked).toHaveLength(2)
    expect((await here.camille.post(`/sources/${source.id}/read`)).status).toBe(202)
    await settle()
    expect(press.asked).toHaveLength(3)
  })

  test('that is paused is not read, and is taken up where it stood', async () => {
    await save('morel')
    const source = await listenTo()
    press.says.push(said('Morel un'))
    await settle()
    await here.camille.patch(`/sources/${source.id}`, { paused: true, name: 'Le Journal' })
    press.says.push(said('Morel deux'))
    clock.advance(24 * HOUR)
    await settle()
    expect(await theSource()).toMatchObject({
      state: 'paused',
      name: 'Le Journal',
      nextPollAt: null,
    })
    expect(await mentions()).toHaveLength(1)
    await here.camille.patch(`/sources/${source.id}`, { paused: false })
    await settle()
    expect(await mentions()).toHaveLength(2)
  })

  test('removed, leaves what it brought', async () => {
    await save('morel')
    const source = await listenTo()
    press.says.push(said('Morel'))
    await settle()
    expect((await here.camille.delete(`/sources/${source.id}`)).status).toBe(204)
    expect((await mentions())[0]?.source).toMatchObject({ id: null, networkName: 'La Presse' })
    expect((await here.camille.get('/sources')).body).toEqual([])
  })

  test('whatever it sends does not stop the others', async () => {
    await save('morel')
    await listenTo()
    press.says.push(
      said('Morel \0 \ud800', {
        at: new Date(NaN),
        author: { remoteId: '1', handle: '\0', name: '\udfff' },
      }),
      said('Morel', { url: `https://journal.example/${'é'.repeat(3_000)}` }),
      said('Morel', { url: 'no address at all', at: new Date('2040-01-01') }),
      said('Morel '.repeat(20_000)),
    )
    await settle()
    expect(await mentions()).toHaveLength(4)
    expect((await mentions()).every((m) => m.at <= clock.now().toISOString())).toBe(true)
  })
})

describe('a source that gives titles alone', () => {
  test('is found by the words that it says are in the article, and the mention says what was read', async () => {
    await save('morel -champignon')
    await save('"morel" AND chêne', 'Both')
    const title = 'Un atelier ouvre à Nantes'
    press.says.push(
      said(title, { title, holds: ['morel'] }),
      said('Une morille', { title: 'Une morille', holds: ['champignon'] }),
      said('Le champignon Morel', { title: 'Le champignon Morel', holds: ['morel'] }),
    )
    await listenTo()
    await settle()
    expect(await mentions()).toMatchObject([
      { title, excerpt: title, onlyTitle: true, queries: [{ name: 'morel -champignon' }] },
    ])
  })

  test('has nothing of what it is said to hold in its words', async () => {
    await save('morel')
    press.says.push(said('Un atelier ouvre', { title: 'Nantes', holds: ['morel'] }))
    await listenTo()
    await settle()
    const [mention] = await mentions()
    expect([mention?.onlyTitle, mention?.excerpt, mention?.highlights]).toEqual([
      false,
      'Un atelier ouvre',
      [],
    ])
  })
})

describe('a source that could not read everything', () => {
  test('says so, keeps what it brought and its rhythm, and forgets it once all is read', async () => {
    await save('morel')
    press.trouble = { en: 'It does not look for “le”.', fr: 'Il ne cherche pas « le ».' }
    press.says.push(said('Morel ouvre'))
    await listenTo()
    await settle()
    const since = clock.now().toISOString()
    expect(await theSource()).toMatchObject({
      state: 'troubled',
      trouble: 'It does not look for “le”.',
      troubleSince: since,
      itemsRead: 1,
      nextPollAt: new Date(clock.now().getTime() + 10 * MINUTE).toISOString(),
    })
    expect(await mentions()).toHaveLength(1)
    const told = (await here.told('query.source_changed')).length
    clock.advance(10 * MINUTE)
    await settle()
    expect(await theSource()).toMatchObject({ state: 'troubled', troubleSince: since })
    expect(await here.told('query.source_changed')).toHaveLength(told)
    press.trouble = undefined
    clock.advance(10 * MINUTE)
    await settle()
    expect(await theSource()).toMatchObject({ state: 'fine', trouble: null })
    expect(await here.told('query.source_changed')).toHaveLength(told + 1)
  })
})

describe('a place that is followed', () => {
  const follow = (settings: Record<string, string>) =>
    here.camille.post('/sources', { connectorId: 'forum', settings })

  test('needs no account, is tried first, and is a source beside others of its network', async () => {
    const { body: offers } = await here.camille.get('/sources/offers')
    expect(offers.places).toMatchObject([
      { connectorId: 'forum', needsAccount: false, fields: [{ name: 'room' }, { name: 'all' }] },
    ])
    await save('morel')
    forum.says.push(said('Morel au salon'))
    const { status, body } = await follow({ room: 'salon' })
    expect([status, body.name]).toEqual([201, 'Le Forum · salon'])
    await settle()
    expect(forum.asked.at(-1)).toMatchObject({
      account: null,
      source: { room: 'salon', terms: ['morel'] },
    })
    expect(await mentions()).toHaveLength(1)
    expect(await theSource()).toMatchObject({ kind: 'search', searches: ['morel'] })
    expect((await follow({ room: 'salon' })).status).toBe(409)
    expect((await follow({ room: 'cuisine', all: 'yes' })).status).toBe(201)
    const { body: both } = await here.camille.get('/sources')
    expect(both[1].searches).toEqual([])
  })

  test('is refused by its field, by its form or by the place itself', async () => {
    const errorsOf = async (settings: Record<string, string>) => {
      const { status, body } = await follow(settings)
      return [status, body.errors?.[0]?.pointer]
    }
    expect(await errorsOf({ room: 'cave' })).toEqual([422, '/settings/room'])
    expect(await errorsOf({ all: 'yes' })).toEqual([422, '/settings/room'])
    const reason = { en: 'No such room.', fr: 'Pas de telle salle.' }
    forum.failures.push({ kind: 'rejected', reason, detail: '404' })
    expect(await errorsOf({ room: 'grenier' })).toEqual([422, '/settings/room'])
    const elsewhere = { connectorId: 'plaza', settings: { room: 'salon' } }
    expect((await here.camille.post('/sources', elsewhere)).status).toBe(422)
  })
})
