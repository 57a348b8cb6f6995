import { beforeAll, describe, expect, test } from 'vitest'
import {
  accountOf,
  type Channel,
  connectorOf,
  findChannel,
  renewAccess,
  toolsFor,
} from '#domain/channels/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { createFetch } from '#platform/fetch/fetch.ts'
import type { Caller } from '#support/caller.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import { consentAtBluesky } from '#support/servers/bluesky-consent.ts'
import { type BlueskyPerson, createBlueskyPerson } from '#support/servers/bluesky-people.ts'
import { useServer } from '#support/servers/use-server.ts'

interface Rows {
  channels: {
    id: string
    sealedSecrets: string
    accessFrom: Date | null
    accessExpiresAt: Date | null
    nextCheckAt: Date
  }
}

/** A whole desk at a public address, on a real network: what is renewed, by whom, and what a death in the middle costs. */
describe('access that was given on the network’s own page', () => {
  const network = useServer('bluesky-network')
  let atelier: TestDesk
  let camille: Caller
  let morel: BlueskyPerson
  let channelId = ''
  /** Requests for new access. */
  let renewals = 0

  beforeAll(async () => {
    atelier = await openTestDesk({ now: new Date().toISOString() })
    const { url, plcUrl } = network()
    const aliases = new Map([
      ['plc.directory', plcUrl],
      ['public.api.bsky.app', url],
    ])
    const fetch = createFetch({ allowPrivateHosts: [new URL(url).host], aliases })
    atelier.desk.fetch = (address, init) => {
      const isToken = new URL(address).pathname === '/oauth/token'
      if (isToken && String(init?.body).includes('grant_type=refresh_token')) renewals++
      return fetch(address, init)
    }
    const { port } = new URL(await atelier.listen())
    atelier.desk.publicUrl = `https://desk-${port}.atelier-morel.fr`
    camille = await atelier.signUp()
    morel = await createBlueskyPerson(network(), 'atelier-morel.test')
    channelId = await connect()
  }, 120_000)

  const begin = async () => {
    const fields = { handle: morel.handle }
    const body = { connectorId: 'bluesky', fields }
    return (await camille.post<{ url: string }>('/channels/oauth', body)).body.url
  }

  async function comeBack(back: URL): Promise<URL> {
    const { status, headers } = await camille.get(`${back.pathname}${back.search}`)
    expect(status).toBe(302)
    return new URL(String(headers['location']), 'https://desk.example')
  }

  async function connect(): Promise<string> {
    const screen = await comeBack(await consentAtBluesky(await begin(), morel))
    const connected = screen.searchParams.get('connected')
    if (!connected) throw new Error(`it ended on ${screen.href}`)
    return connected
  }

  async function publish(text: string): Promise<string> {
    const draft = { text, variants: [{ channelId }], trackLinks: false }
    const { body } = await camille.post<{ id: string; version: number }>('/posts', draft)
    const { status } = await camille.post(`/posts/${body.id}/schedule`, { version: body.version })
    expect(status).toBe(200)
    await later()
    return body.id
  }

  /** A moment passes, longer than what the network wants between two posts. */
  async function later() {
    atelier.clock.advance(5_000)
    await atelier.settle()
  }

  async function onTheNetwork(text: string): Promise<number> {
    const { data } = await morel.agent.com.atproto.repo.listRecords({
      repo: morel.did,
      collection: 'app.bsky.feed.post',
      limit: 100,
    })
    return data.records.filter(({ value }) => (value as { text?: string }).text === text).length
  }

  const rows = () => tablesOf<Rows>(atelier.desk.db).updateTable('channels')
  const channel = async (): Promise<Channel> => {
    const company = await tablesOf<{ channels: { id: string; companyId: string } }>(atelier.desk.db)
      .selectFrom('channels')
      .select('companyId')
      .where('id', '=', channelId)
      .executeTakeFirstOrThrow()
    const found = await findChannel(atelier.desk.db, company.companyId, channelId)
    if (!found) throw new Error('the account is gone')
    return found
  }

  test('a post leaves by it, once', async () => {
    await publish('Une table en chêne')
    expect(await onTheNetwork('Une table en chêne')).toBe(1)
  })

  test('it is renewed before it ends, and posts go on leaving', async () => {
    const before = await channel()
    const now = atelier.clock.now()
    // Fifty minutes of its hour are gone.
    const accessFrom = new Date(now.getTime() - 50 * 60_000)
    const accessExpiresAt = new Date(now.getTime() + 10 * 60_000)
    const aged = { accessFrom, accessExpiresAt, nextCheckAt: now }
    await rows().set(aged).where('id', '=', channelId).execute()
    renewals = 0
    await later()
    const after = await channel()
    expect([renewals, after.state]).toEqual([1, 'connected'])
    expect(after.sealedSecrets).not.toBe(before.sealedSecrets)
    expect(after.accessExpiresAt?.getTime()).toBeGreaterThan(now.getTime() + 50 * 60_000)
    await publish('Renouvelé à temps')
    expect(await onTheNetwork('Renouvelé à temps')).toBe(1)
  })

  test('however many want it renewed, the network is asked once', async () => {
    const before = await channel()
    renewals = 0
    await Promise.all([1, 2, 3, 4, 5].map(() => renewAccess(atelier.desk, before)))
    expect(renewals).toBe(1)
    await publish('À plusieurs')
    expect(await onTheNetwork('À plusieurs')).toBe(1)
  })

  test('a token that no longer works is renewed in the middle of a post, which leaves once', async () => {
    const current = await channel()
    const tools = await toolsFor(atelier.desk, current)
    if (!tools.ok) throw new Error('cannot happen')
    // The access token alone is taken away: what renews it still works.
    const account = accountOf(atelier.desk, current)
    const secrets = { ...account.secrets, accessToken: 'eyJhbGciOiJFUzI1NiJ9.e30.AA' }
    const context = `channel:${channelId}`
    const sealedSecrets = atelier.desk.secrets.seal(JSON.stringify(secrets), context)
    await rows().set({ sealedSecrets }).where('id', '=', channelId).execute()
    renewals = 0
    await publish('Malgré tout')
    // Somebody else may be renewing it just then: the post is tried again a moment later.
    for (let tries = 0; tries < 8 && (await onTheNetwork('Malgré tout')) === 0; tries++) {
      atelier.clock.advance(10_000)
      await atelier.settle()
    }
    expect(await onTheNetwork('Malgré tout')).toBe(1)
    expect(renewals).toBe(1)
  })

  test('killed before the new one is written down: a post is not sent, and leaves by Retry once connected again', async () => {
    const before = await channel()
    await renewAccess(atelier.desk, before)
    // As if the desk had died between the network's answer and its own row.
    const { sealedSecrets } = before
    await rows().set({ sealedSecrets }).where('id', '=', channelId).execute()
    const post = await publish('Reste à publier')
    expect(await onTheNetwork('Reste à publier')).toBe(0)
    expect((await channel()).state).toBe('broken')
    expect(await connect()).toBe(channelId)
    const { body } = await camille.get<{ deliveries: { id: string; state: string }[] }>(
      `/posts/${post}`,
    )
    const [delivery] = body.deliveries
    expect(delivery).toMatchObject({ state: 'failed', actions: expect.arrayContaining(['retry']) })
    await camille.post(`/deliveries/${delivery?.id}/retry`, {})
    await later()
    expect(await onTheNetwork('Reste à publier')).toBe(1)
    expect((await channel()).state).toBe('connected')
  })

  test('no word of it is readable in the database', async () => {
    const current = await channel()
    const { secrets } = accountOf(atelier.desk, current)
    const kept = JSON.stringify(current)
    for (const secret of Object.values(secrets).filter((one) => one !== '')) {
      expect(kept).not.toContain(secret)
    }
    const { body } = await camille.get<unknown>('/channels')
    for (const secret of Object.values(secrets).filter((one) => one !== '')) {
      expect(JSON.stringify(body)).not.toContain(secret)
    }
  })

  test('an answer that comes back too late, twice, or to another person connects nothing', async () => {
    const back = await consentAtBluesky(await begin(), morel)
    const stranger = await atelier.stranger.get(`${back.pathname}${back.search}`)
    expect(stranger.status).toBe(401)
    expect((await comeBack(back)).searchParams.has('connected')).toBe(true)
    expect((await comeBack(back)).searchParams.get('late')).toBe('yes')
    const late = await consentAtBluesky(await begin(), morel)
    atelier.clock.advance(16 * 60_000)
    expect((await comeBack(late)).searchParams.get('late')).toBe('yes')
    // A clock that is a quarter of an hour ahead is found out by the network.
    const fields = { handle: morel.handle }
    const asked = await camille.post('/channels/oauth', { connectorId: 'bluesky', fields })
    expect(asked.status).toBe(502)
    atelier.clock.set(new Date())
  })

  test('taking the account off gives access back at the network', async () => {
    channelId = await connect()
    const current = await channel()
    const account = accountOf(atelier.desk, current)
    const tools = await toolsFor(atelier.desk, current)
    if (!tools.ok) throw new Error('cannot happen')
    const { check } = connectorOf(atelier.desk, current).connect
    expect((await check(tools.value, account)).ok).toBe(true)
    expect((await camille.delete(`/channels/${channelId}`)).status).toBe(204)
    expect(await check(tools.value, account)).toMatchObject({ failure: { kind: 'auth' } })
  })
})
