import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Account,
  type Connected,
  documentUriAt,
  type Outgoing,
  type Tools,
} from '#connectors/_contract/connector.ts'
import type { Outcome } from '#connectors/_contract/failure.ts'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { systemClock } from '#platform/clock.ts'
import { signingKeyFrom } from '#platform/crypto/signing-key.ts'
import { createFetch } from '#platform/fetch/fetch.ts'
import { silentLog } from '#platform/log.ts'
import { consentAtBluesky } from '#support/servers/bluesky-consent.ts'
import {
  type BlueskyPerson,
  catchUpBluesky,
  createBlueskyPerson,
} from '#support/servers/bluesky-people.ts'
import { useServer } from '#support/servers/use-server.ts'
import bluesky from '../index.ts'

const { connect, publish, inbox, metrics, listen, mention, documents } = bluesky
if (!publish || !inbox || !metrics || !listen || !mention) throw new Error('Bluesky does less')

const LOCAL = 'http://127.0.0.1:4000/api/connect/callback'

describe('Bluesky, connected on its own page', () => {
  const network = useServer('bluesky-network')
  const keys = Promise.all([signingKeyFrom('today', 'test'), signingKeyFrom('before', 'test')])
  /** The desk at its public address, as far as the network comes to read it. */
  const desk = createServer((request, response) => {
    void keys.then((all) => {
      const place = { uri: clientId(), origin: origin(), redirectUri: publicly() }
      const words = documents?.['client.json']?.({ ...place, keys: all.map((k) => k.publicJwk) })
      const isThere = request.url === new URL(clientId()).pathname
      response.writeHead(isThere ? 200 : 404, {
        // As the desk says it.
        'content-type': 'application/json; charset=utf-8',
      })
      response.end(JSON.stringify(words))
    })
  })
  const origin = () => `https://desk-${(desk.address() as AddressInfo).port}.atelier-morel.fr`
  const clientId = () => documentUriAt(origin(), 'bluesky', 'client.json')
  const publicly = () => `${origin()}/api/connect/callback`

  let tools: Tools
  let morel: BlueskyPerson
  let yanis: BlueskyPerson
  let account: Account
  const asked: { method: string; path: string; status: number }[] = []

  beforeAll(async () => {
    desk.listen(0, '127.0.0.1')
    await once(desk, 'listening')
    const { url, plcUrl } = network()
    const aliases = new Map([
      ['plc.directory', plcUrl],
      ['public.api.bsky.app', url],
    ])
    const fetch = createFetch({ allowPrivateHosts: [new URL(url).host], aliases })
    tools = {
      fetch: async (address, init) => {
        const answer = await fetch(address, init)
        const path = new URL(address).pathname
        asked.push({ method: init?.method ?? 'GET', path, status: answer.status })
        return answer
      },
      signers: () => keys,
      clock: systemClock,
      log: silentLog,
    }
    morel = await createBlueskyPerson(network(), 'atelier-morel.test')
    yanis = await createBlueskyPerson(network(), 'yanis.test')
    account = value(await visit(publicly())).account
  })
  afterAll(() => void desk.close())

  /** Goes to the network's page and comes back. */
  async function visit(redirectUri: string, change = (_: URL) => {}, who = morel) {
    const fields = { handle: `@${morel.handle}` }
    const begun = value((await connect.begin?.(tools, fields, redirectUri, 'notre-mot')) ?? never)
    const back = await consentAtBluesky(begun.url, who)
    expect(`${back.origin}${back.pathname}`).toBe(redirectUri)
    change(back)
    // The desk keeps the memo as JSON.
    const memo = JSON.parse(JSON.stringify(begun.memo)) as Record<string, unknown>
    const finished = await connect.finish?.(tools, back.searchParams, redirectUri, memo)
    return (finished ?? never) as Outcome<Connected>
  }

  const delivery = (text: string, more: Partial<Outgoing> = {}): Outgoing => ({
    id: randomUUID(),
    plannedAt: new Date(),
    text,
    images: [],
    options: {},
    ...more,
  })

  const renewed = async (from: Account): Promise<Account> => {
    const fresh = value((await connect.refresh?.(tools, from)) ?? never)
    return { ...from, secrets: fresh.secrets }
  }

  test('an account connects, with the rights that are needed and no others', async () => {
    expect(account).toMatchObject({ remoteId: morel.did, handle: 'atelier-morel.test' })
    expect(account.settings).toMatchObject({ access: 'granted', clientId: clientId() })
    const scope = String(account.settings['scope']).split(' ')
    expect(scope).toContain('repo:app.bsky.feed.post?action=create&action=delete')
    expect(scope.filter((right) => right.startsWith('transition'))).toEqual([])
    const found = value((await connect.examine?.(tools, account)) ?? never)
    expect(found.map(({ ok }) => ok)).toEqual([true, true])
  })

  test('a post leaves with its picture, is read back, answered, counted and removed', async () => {
    const images = [await pictureOf('Une table en chêne')]
    const text = 'Dimanche à l’atelier avec @yanis.test : https://atelier-morel.fr #chêne'
    const outgoing = delivery(text, { images, language: 'fr' })
    const sent = value(await publish.publish(tools, account, outgoing))
    expect(value(await publish.confirm(tools, account, outgoing))).toEqual(sent)
    await catchUpBluesky(network())
    const ref = { uri: sent.remoteId, cid: String(sent.data?.['cid']) }
    const answer = await yanis.agent.post({ text: 'Je viens', reply: { root: ref, parent: ref } })
    await yanis.agent.like(ref.uri, ref.cid)
    await catchUpBluesky(network())
    const { items } = value(await inbox.read(tools, account, null))
    expect(items.map(({ remoteId }) => remoteId)).toContain(answer.uri)
    const counts = value(await metrics.posts(tools, account, [sent.remoteId]))
    expect(counts[sent.remoteId]).toMatchObject({ likes: 1, replies: 1 })
    value(await metrics.channel(tools, account))
    const found = value(await listen.read(tools, account, { terms: ['viens'] }, null))
    expect(found.items.map(({ remoteId }) => remoteId)).toContain(answer.uri)
    const people = value(await mention.search(tools, account, 'yan'))
    expect(people.map(({ handle }) => handle)).toContain('yanis.test')
    const film = { file: new Blob(['film']), type: 'video/mp4', width: 160, height: 90, seconds: 2 }
    value(
      await publish.publish(tools, account, delivery('Le rabot', { video: { ...film, alt: '' } })),
    )
    value(await publish.remove(tools, account, sent))
    expect(value(await publish.confirm(tools, account, outgoing))).toBeNull()
  })

  test('what was not asked for is not allowed, and said so', async () => {
    const { openSession } = await import('../session.ts')
    const { z } = await import('zod')
    const record = {
      $type: 'app.bsky.graph.follow',
      subject: yanis.did,
      createdAt: '2026-11-26T03:00:00Z',
    }
    const json = { repo: morel.did, collection: 'app.bsky.graph.follow', record }
    const call = { method: 'com.atproto.repo.createRecord', json }
    const told = failure(await openSession(tools, account).call(call, z.unknown()))
    expect(told).toMatchObject({ kind: 'rejected', detail: expect.stringMatching(/^ScopeMissing/) })
  })

  test('the same delivery sent twice makes one post', async () => {
    const outgoing = delivery('Une seule fois, s’il vous plaît')
    const sent = value(await publish.publish(tools, account, outgoing))
    expect(value(await publish.publish(tools, account, outgoing)).remoteId).toBe(sent.remoteId)
  })

  test('a nonce is asked for once, then kept; none is asked for by a post in doubt', async () => {
    const fresh = value(await visit(publicly())).account
    asked.length = 0
    value(await publish.publish(tools, fresh, delivery('Première')))
    value(await publish.publish(tools, fresh, delivery('Seconde')))
    const posts = asked.filter(({ path }) => path.endsWith('createRecord'))
    expect(posts.map(({ status }) => status)).toEqual([200, 200])
  })

  test('access is renewed, the former is good for nothing, and the new one publishes', async () => {
    const first = value(await visit(publicly())).account
    const second = await renewed(first)
    expect(second.secrets['refreshToken']).not.toBe(first.secrets['refreshToken'])
    expect(second.secrets['proofKey']).toBe(first.secrets['proofKey'])
    expect(failure(await connect.check(tools, first)).kind).toBe('auth')
    value(await publish.publish(tools, second, delivery('Après renouvellement')))
    value(await connect.check(tools, await renewed(second)))
  })

  test('killed between the network’s renewal and our writing it down: a person connects again', async () => {
    const kept = value(await visit(publicly())).account
    // The network gave new access, and nobody wrote it down.
    const lost = await renewed(kept)
    const sent = await publish.publish(tools, kept, delivery('Reste à publier'))
    // Nothing left, and nothing is in doubt.
    expect(failure(sent).kind).toBe('auth')
    expect(failure((await connect.refresh?.(tools, kept)) ?? never).kind).toBe('auth')
    // The network takes a token that comes twice for a theft, and all access with it.
    expect(failure(await connect.check(tools, lost)).kind).toBe('auth')
    const again = value(await visit(publicly())).account
    value(await publish.publish(tools, again, delivery('Publié après reconnexion')))
  })

  test('a token is good for nothing without our key', async () => {
    const { newProofKey } = await import('#connectors/_contract/proof-key.ts')
    const secrets = { ...account.secrets, proofKey: await newProofKey() }
    expect(failure(await connect.check(tools, { ...account, secrets })).kind).toBe('auth')
    value(await connect.check(tools, account))
  })

  test('disconnecting gives access back at once, and once more without harm', async () => {
    const leaving = value(await visit(publicly())).account
    for (const _ of ['first', 'again']) value((await connect.revoke?.(tools, leaving)) ?? never)
    expect(failure(await connect.check(tools, leaving)).kind).toBe('auth')
    expect(failure((await connect.refresh?.(tools, leaving)) ?? never).kind).toBe('auth')
    value(await connect.check(tools, account))
  })

  test.each<[string, (back: URL) => void]>([
    ['from another server', (back) => back.searchParams.set('iss', 'https://bsky.social')],
    ['from a server that does not say who it is', (back) => back.searchParams.delete('iss')],
    ['to another question', (back) => back.searchParams.set('state', 'un autre mot')],
    ['with another code', (back) => back.searchParams.set('code', `cod-${'0'.repeat(64)}`)],
    ['with two codes', (back) => back.searchParams.append('code', 'cod-autre')],
  ])('an answer %s connects nothing', async (_, change) => {
    expect(failure(await visit(publicly(), change)).kind).toBe('rejected')
  })

  test('another person who signs in there does not connect in the place of whom was meant', async () => {
    expect(failure(await visit(publicly(), undefined, yanis)).kind).toBe('rejected')
  })

  test('an answer that comes twice connects once', async () => {
    const fields = { handle: morel.handle }
    const begun = value((await connect.begin?.(tools, fields, publicly(), 'mot')) ?? never)
    const back = await consentAtBluesky(begun.url, morel)
    const once = connect.finish?.(tools, back.searchParams, publicly(), begun.memo)
    const { account: connected } = value((await once) as Outcome<Connected>)
    const twice = await connect.finish?.(tools, back.searchParams, publicly(), begun.memo)
    expect(failure(twice ?? never).kind).toBe('rejected')
    // The network takes a code that comes twice for a theft: what it had given is gone.
    expect(failure(await connect.check(tools, connected)).kind).toBe('auth')
  })

  test('a refusal of the person comes back as what it is', async () => {
    const fields = { handle: morel.handle }
    const begun = value((await connect.begin?.(tools, fields, publicly(), 'mot')) ?? never)
    const back = await consentAtBluesky(begun.url, morel, 'refuse')
    expect(back.searchParams.get('error')).toBe('access_denied')
    expect(back.searchParams.get('iss')).toBe(network().url)
  })

  test('a desk whose key was changed renews by the one before, until that is gone', async () => {
    const [today, before] = await keys
    const signed: Tools = { ...tools, signers: async () => (before ? [before] : []) }
    const other: Tools = { ...tools, signers: async () => (today ? [today] : []) }
    const begun = value(
      (await connect.begin?.(signed, { handle: morel.handle }, publicly(), 'mot')) ?? never,
    )
    const back = await consentAtBluesky(begun.url, morel)
    const finished = await connect.finish?.(signed, back.searchParams, publicly(), begun.memo)
    const { account: old } = value(finished as Outcome<Connected>)
    // Both keys are there: the session goes on by the one that opened it.
    const later = await renewed(old)
    expect(failure((await connect.refresh?.(other, later)) ?? never).kind).toBe('auth')
    value(await connect.check(tools, later))
  })

  test('on one’s own machine it works without a public address, and says that it ends soon', async () => {
    const local = value(await visit(LOCAL)).account
    value(await publish.publish(tools, local, delivery('Depuis mon poste')))
    value(await connect.check(tools, await renewed(local)))
    const found = value((await connect.examine?.(tools, local)) ?? never)
    expect(found.map(({ ok }) => ok)).toEqual([true, false])
  })

  test('a network that cannot read who asks says so by the field', async () => {
    const nowhere = 'https://desk-1.atelier-morel.fr/api/connect/callback'
    const begun = await connect.begin?.(tools, { handle: morel.handle }, nowhere, 'mot')
    expect(failure(begun ?? never)).toMatchObject({
      kind: 'rejected',
      field: 'handle',
      detail: expect.stringContaining('invalid_client_metadata'),
    })
  })
})

const never = { ok: false, failure: { kind: 'transient', detail: 'not implemented' } } as const
