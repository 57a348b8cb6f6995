import { describe, expect, test, vi } from 'vitest'
import type { MentionView, SourceView } from '#domain/listening/api.ts'
import { createBlueskyPerson } from '#support/servers/bluesky-people.ts'
import { useServer } from '#support/servers/use-server.ts'
import { openTestDesk } from '#support/desk.ts'

const WAIT = { timeout: 15_000, interval: 50 }

describe('Everything that is posted on Bluesky, as Jetstream tells it', () => {
  const jetstream = useServer('bluesky-jetstream')

  const control = async (deed: string, body = '') => {
    const response = await fetch(new URL(deed, jetstream().controlUrl), { method: 'POST', body })
    return (await response.json()) as { clients: number; events: unknown[]; asked: string[] }
  }

  /** A desk of Atelier Morel that looks for its own name, on the real clock of the stream. */
  async function openDesk(env: Record<string, string> = {}) {
    const host = new URL(jetstream().streamUrl).host
    const desk = await openTestDesk({
      now: new Date(Date.now() + 2000).toISOString(),
      env: { VIGIE_ALLOW_PRIVATE_HOSTS: host, ...env },
    })
    const camille = await desk.signUp()
    await camille.post('/queries', { expression: '"atelier morel"' })
    const { status, body } = await camille.post('/sources', {
      connectorId: 'bluesky',
      live: true,
      settings: { host: jetstream().streamUrl },
    })
    expect([status, body.errors]).toEqual([201, undefined])
    const theSource = async () => {
      const { body } = await camille.get<SourceView[]>('/sources')
      return body[0] ?? expect.fail('no source')
    }
    const texts = async () => {
      const { body } = await camille.get('/mentions?limit=100')
      return body.items.map(({ excerpt }: MentionView) => excerpt).toSorted() as string[]
    }
    const isLive = async () => {
      clockForward(desk)
      await desk.settle()
      expect((await theSource()).live?.since).not.toBeNull()
    }
    await vi.waitFor(isLive, WAIT)
    return { ...desk, camille, theSource, texts, isLive }
  }

  /** What waits for a moment does not wait for the real one. */
  const clockForward = (desk: { clock: { now(): Date; advance(ms: number): void } }) =>
    desk.clock.advance(Math.max(0, Date.now() - desk.clock.now().getTime()) + 2000)

  test('is heard as it is posted; what the queries find is kept once, through cuts, nonsense and a silence', async () => {
    const yanis = await createBlueskyPerson(jetstream(), 'yanis.test')
    const post = (text: string) => yanis.agent.post({ text, langs: ['fr'] })
    const { camille, theSource, texts, isLive, close } = await openDesk()

    await post('Rien à voir')
    const first = await post('J’ai vu une chaise de l’Atelier Morel')
    await vi.waitFor(async () => {
      expect(await texts()).toEqual(['J’ai vu une chaise de l’Atelier Morel'])
    }, WAIT)
    const { body } = await camille.get('/mentions')
    expect(body.items[0]).toMatchObject({
      url: `https://bsky.app/profile/${yanis.did}/post/${first.uri.split('/').at(-1)}`,
      author: { name: yanis.did },
      language: 'fr',
    })
    const { asked } = await control('state')
    expect(asked[0]).toContain('wantedCollections=app.bsky.feed.post')
    expect(asked[0]).not.toContain('cursor')

    // Nonsense in the middle.
    for (const nonsense of [
      'not json',
      '[]',
      '{"did":"did:plc:x","time_us":"hier","kind":"commit"}',
      `{"did":"did:plc:x","time_us":${Date.now() * 1000},"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post","rkey":"../..","record":{"text":"atelier morel"}}}`,
      // An instant far ahead would have us pass over everything until then.
      `{"did":"did:plc:x","time_us":${(Date.now() + 3_600_000) * 1000},"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post","rkey":"futur","record":{"text":"atelier morel"}}}`,
      `{"x":"${'é'.repeat(300_000)}"}`,
    ]) {
      await control('say', nonsense)
    }
    // Cut, and posted while nobody hears.
    await control('cut')
    await post('Pendant la coupure : Atelier Morel')
    await vi.waitFor(isLive, WAIT)
    await post('Après la coupure : Atelier Morel')
    await vi.waitFor(async () => expect(await texts()).toHaveLength(3), WAIT)
    expect((await theSource()).live).toMatchObject({ skipped: 6, missed: [], isAsked: false })
    expect((await control('state')).asked.at(-1)).toContain('cursor=')

    // Deleted by its author: forgotten here too.
    await yanis.agent.deletePost(first.uri)
    await vi.waitFor(async () => {
      expect(await texts()).toEqual([
        'Après la coupure : Atelier Morel',
        'Pendant la coupure : Atelier Morel',
      ])
    }, WAIT)
    expect(await theSource()).toMatchObject({ state: 'fine', trouble: null, mentions: 2 })
    await close()
    expect((await control('state')).clients).toBe(0)
  })
})
