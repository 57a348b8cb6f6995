import { describe, expect, test } from 'vitest'
import { said } from '../fixture.ts'
import { listeningDesk } from '../testing.ts'

const MINUTE = 60_000

const here = await listeningDesk()
const { plaza, clock, settle, save, mentions, theSource } = here

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

  test('forgets what was taken off the network since', async () => {
    const channelId = await connect()
    await save('morel')
    const [one, two] = [said('Morel un'), said('Morel deux')]
    plaza.says.push(one, two)
    await here.camille.post('/sources', { connectorId: 'plaza', channelId })
    await settle()
    expect(await mentions()).toHaveLength(2)
    plaza.gone.add(one.remoteId)
    clock.advance(2 * MINUTE)
    await settle()
    expect((await mentions()).map(({ excerpt }) => excerpt)).toEqual(['Morel deux'])
    expect(await here.told('mention.forgotten')).toHaveLength(1)
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
        'The account used to search La Place is no longer connected. Reconnect it in Settings.',
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
