import { describe, expect, test } from 'vitest'
import { said } from '../fixture.ts'
import { listeningDesk } from '../testing.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const here = await listeningDesk()
const { press, plaza, clock, settle, save, listenTo, mentions, theSource } = here

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
        'journal.example does not answer (connection refused). We keep trying, less and less often.',
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

describe('a search through a connected account', () => {
  async function connect(): Promise<string> {
    const { body } = await here.camille.post('/channels', {
      connectorId: 'plaza',
      fields: { handle: 'atelier' },
    })
    return body.id
  }

  test('asks for the words of the saved queries, and leaves out what we said ourselves', async () => {
    const channelId = await connect()
    const { body: offers } = await here.camille.get('/sources/offers')
    expect(offers.searches).toMatchObject([{ connectorId: 'plaza', channelId, handle: 'atelier' }])
    expect(offers.feeds).toMatchObject([{ connectorId: 'press', fields: [{ name: 'url' }] }])
    const { status } = await here.camille.post('/sources', { connectorId: 'plaza', channelId })
    expect(status).toBe(201)
    await settle()
    expect(plaza.asked).toEqual([])
    expect(await theSource()).toMatchObject({ kind: 'search', state: 'waiting', searches: [] })

    await save('"atelier morel" OR (morel -football)')
    const author = (remoteId: string) => ({ remoteId, handle: remoteId, name: remoteId })
    plaza.says.push(
      said('Morel, c’est nous', { author: author('id:atelier') }),
      said('J’adore Morel', { author: author('id:yanis') }),
    )
    await settle()
    expect(plaza.asked[0]?.source).toEqual({ terms: ['atelier morel', 'morel'] })
    expect(plaza.asked[0]?.account?.secrets).toEqual({ key: 'k' })
    expect((await mentions()).map((m) => m.author?.name)).toEqual(['id:yanis'])
    expect((await here.camille.get('/sources/offers')).body.searches).toEqual([])
  })

  test('waits while the account is broken, and resumes when it is connected again', async () => {
    const channelId = await connect()
    await save('morel')
    await here.camille.post('/sources', { connectorId: 'plaza', channelId })
    plaza.failures.push({ kind: 'auth', detail: 'token revoked' })
    await settle()
    expect(await theSource()).toMatchObject({
      state: 'troubled',
      trouble:
        'The account through which La Place is searched is no longer connected. Connect it again in Settings.',
    })
    plaza.says.push(said('Morel'))
    await connect()
    await settle()
    expect(await theSource()).toMatchObject({ state: 'fine', trouble: null })
    expect(await mentions()).toHaveLength(1)
  })

  test('needs an account of that network', async () => {
    const { status, body } = await here.camille.post('/sources', { connectorId: 'plaza' })
    expect([status, body.code]).toEqual([422, 'listening.channel_needed'])
    const unknown = await here.camille.post('/sources', { connectorId: 'nowhere' })
    expect([unknown.status, unknown.body.code]).toEqual([422, 'listening.cannot_listen'])
  })
})
