import { describe, expect, test, vi } from 'vitest'
import type { MentionView, SourceView } from '#domain/listening/api.ts'
import { openTestDesk } from '#support/desk.ts'
import { NostrPerson } from '#support/servers/nostr-person.ts'
import { useServer } from '#support/servers/use-server.ts'

const WAIT = { timeout: 15_000, interval: 50 }

describe('What relays tell as it comes', () => {
  const relays = useServer('nostr-relays')

  test('is heard on both, kept once with its author, and caught up with after a pause', async () => {
    const { urls } = relays()
    const desk = await openTestDesk({
      now: new Date(Date.now() + 2000).toISOString(),
      env: { VIGIE_ALLOW_PRIVATE_HOSTS: urls.map((url) => new URL(url).host).join(',') },
    })
    const camille = await desk.signUp()
    await camille.post('/queries', { expression: 'morel' })
    const settings = { relays: urls.join(' '), tags: '#Bois' }
    const { body, status } = await camille.post('/sources', {
      connectorId: 'nostr',
      live: true,
      settings,
    })
    expect([status, body.name]).toEqual([201, 'Nostr · #bois'])

    const forward = () =>
      desk.clock.advance(Math.max(0, Date.now() - desk.clock.now().getTime()) + 2000)
    const theSource = async () => {
      const { body } = await camille.get<SourceView[]>('/sources')
      return body[0] ?? expect.fail('no source')
    }
    const isLive = async () => {
      forward()
      await desk.settle()
      expect((await theSource()).live?.since).not.toBeNull()
    }
    const mentions = async (): Promise<MentionView[]> =>
      (await camille.get('/mentions?limit=100')).body.items
    const texts = async () => (await mentions()).map(({ excerpt }) => excerpt).toSorted()
    await vi.waitFor(isLive, WAIT)

    const yanis = new NostrPerson(urls[0])
    await yanis.say({ kind: 0, content: JSON.stringify({ name: 'Yanis' }) })
    const tags = [['t', 'bois']]
    const note = await yanis.say({ content: 'Un banc de Morel', tags })
    await yanis.say({ content: 'Un banc de Morel, sans mot-dièse' })
    await yanis.say({ content: 'Un banc d’ailleurs', tags })
    await new NostrPerson(urls[1]).say({ content: 'Morel, sur l’autre relais', tags })
    await new NostrPerson(urls[1]).pass(note)
    await vi.waitFor(async () => {
      expect(await texts()).toEqual(['Morel, sur l’autre relais', 'Un banc de Morel'])
      expect((await theSource()).itemsRead).toBe(3)
    }, WAIT)
    const [kept] = (await mentions()).filter(({ excerpt }) => excerpt === 'Un banc de Morel')
    expect(kept).toMatchObject({ author: { name: 'Yanis' }, source: { name: 'Nostr · #bois' } })

    // Paused, then resumed: what was said meanwhile is heard.
    const { id } = await theSource()
    await camille.patch(`/sources/${id}`, { paused: true })
    await desk.settle()
    await yanis.say({ content: 'Morel, pendant la pause', tags })
    await camille.patch(`/sources/${id}`, { paused: false })
    await vi.waitFor(isLive, WAIT)
    await vi.waitFor(async () => {
      expect(await texts()).toContain('Morel, pendant la pause')
    }, WAIT)
  }, 90_000)
})
