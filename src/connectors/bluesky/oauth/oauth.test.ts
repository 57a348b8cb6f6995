import {
  atprotoLoopbackClientMetadata,
  oauthClientIdDiscoverableSchema,
  oauthClientMetadataSchema,
} from '@atproto/oauth-types'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Connected, Tools } from '#connectors/_contract/connector.ts'
import { documentUriAt } from '#connectors/_contract/connector.ts'
import { failed, type Failure, type Outcome } from '#connectors/_contract/failure.ts'
import { type Desk, failure, openDesk, value } from '#connectors/_contract/suite/desk.ts'
import { fixedClock } from '#platform/clock.ts'
import { signingKeyFrom } from '#platform/crypto/signing-key.ts'
import { createFetch } from '#platform/fetch/fetch.ts'
import kit from '../contract.ts'
import { blueskyDouble, ourHandle, theirServer } from '../double.ts'
import bluesky from '../index.ts'
import { issuer } from './double.ts'
import { broad, declared, narrow } from './scopes.ts'

const { connect, publish } = bluesky
if (!publish) throw new Error('Bluesky does less than it did')
const HERE = 'https://vigie.atelier-morel.fr/api/connect/callback'

/** What the network answers instead, by address. */
type Change = (url: URL, init: { body?: unknown }) => Response | undefined

let desk: Desk
let network: ReturnType<typeof blueskyDouble>
let change: Change
let asked: URL[]
let tools: Tools

beforeEach(async () => {
  desk = await openDesk(bluesky, kit)
  network = blueskyDouble(desk.clock)
  asked = []
  change = () => undefined
  tools = {
    ...desk.tools,
    fetch: async (address, init = {}) => {
      const url = new URL(address)
      asked.push(url)
      return change(url, init) ?? network.fetch(address, init)
    },
  }
})

const begin = (fields: Record<string, string> = { handle: ourHandle }, redirectUri = HERE) =>
  connect.begin?.(tools, fields, redirectUri, 'notre-mot') ?? Promise.resolve(never)

async function visit(edit = (_: URLSearchParams) => {}): Promise<Outcome<Connected>> {
  const { url, memo } = value(await begin())
  const back = network.authority.allow(url)
  edit(back)
  const finished = await connect.finish?.(tools, back, HERE, memo)
  return (finished ?? never) as Outcome<Connected>
}

const account = async () => value(await visit()).account
const counted = (method: string) => asked.filter(({ pathname }) => pathname.endsWith(method)).length

describe('a proof for every request', () => {
  test('a nonce that changed in the middle is asked for once, and one post leaves', async () => {
    const ours = await account()
    network.authority.rotate()
    value(await publish.publish(tools, ours, desk.delivery('Une seule fois')))
    expect(counted('createRecord')).toBe(2)
    expect(network.published?.()).toHaveLength(1)
  })

  test('a nonce that is refused twice is trouble: no doubt about the post, no new access', async () => {
    const ours = await account()
    const wants = { 'www-authenticate': 'DPoP error="use_dpop_nonce"' }
    change = (url) =>
      url.pathname.endsWith('createRecord')
        ? Response.json({ error: 'use_dpop_nonce' }, { status: 401, headers: wants })
        : undefined
    const sent = await publish.publish(tools, ours, desk.delivery('Plus tard'))
    expect(failure(sent).kind).toBe('transient')
    expect(counted('createRecord')).toBe(2)
  })

  test('a film is not sent before the server has said its nonce', async () => {
    const ours = await account()
    network.authority.rotate()
    const size = { type: 'video/mp4', width: 160, height: 90, seconds: 2 }
    const video = { file: new Blob(['film']), alt: 'Le rabot', ...size }
    value(await publish.publish(tools, ours, desk.delivery('À l’établi', { video })))
    expect(counted('uploadBlob')).toBe(1)
  })

  test('no proof is used twice, and none is good for another request', async () => {
    const ours = await account()
    const proofs: string[] = []
    const seen: Tools = {
      ...tools,
      fetch: async (address, init = {}) => {
        proofs.push(init.headers?.['dpop'] ?? '')
        return network.fetch(address, init)
      },
    }
    for (const _ of ['first', 'again']) value(await connect.check(seen, ours))
    expect(new Set(proofs).size).toBe(proofs.length)
    const [one = ''] = proofs.slice(-1)
    const replayed = await network.fetch(`${theirServer}/xrpc/com.atproto.server.getSession`, {
      method: 'GET',
      headers: { authorization: `DPoP ${ours.secrets['accessToken']}`, dpop: one },
    })
    expect(replayed.status).toBe(400)
  })

  test('the token is never sent anywhere but to its own server', async () => {
    const ours = await account()
    const elsewhere = 'https://evil.example/'
    change = (url) =>
      url.pathname.endsWith('getSession')
        ? new Response('', { status: 307, headers: { location: elsewhere } })
        : undefined
    expect((await connect.check(tools, ours)).ok).toBe(false)
    expect(asked.map(({ href }) => href)).not.toContain(elsewhere)
  })
})

describe('access that is given', () => {
  test.each<[string, Record<string, unknown>]>([
    ['for another account', { sub: 'did:plc:yanisyanisyanisyanisyani' }],
    ['for nobody', { sub: undefined }],
    ['to whoever holds it', { token_type: 'Bearer' }],
    ['for good', { refresh_token: undefined }],
    ['for something else', { scope: 'openid' }],
  ])('%s is not taken', async (_, lie) => {
    const { url, memo } = value(await begin())
    network.authority.lie = lie
    const back = network.authority.allow(url)
    const finished = await connect.finish?.(tools, back, HERE, memo)
    expect(failure(finished ?? never).kind).toBe('rejected')
    expect(counted('getProfile')).toBe(0)
  })

  test('for another account at a renewal is not taken either', async () => {
    const ours = await account()
    network.authority.lie = { sub: 'did:plc:yanisyanisyanisyanisyani' }
    expect(failure((await connect.refresh?.(tools, ours)) ?? never).kind).toBe('auth')
  })

  test.each<[string, (back: URLSearchParams) => void]>([
    ['from another server', (back) => back.set('iss', 'https://evil.example')],
    ['from nobody', (back) => back.delete('iss')],
    ['to another question', (back) => back.set('state', 'autre')],
    ['with another code', (back) => back.set('code', 'cod-autre')],
  ])('an answer %s connects nothing', async (_, edit) => {
    expect(failure(await visit(edit)).kind).toBe('rejected')
  })

  test('a server without narrow rights is asked for broad ones', async () => {
    network.authority.isOld = true
    const ours = await account()
    expect(network.authority.scopes).toEqual([narrow, broad])
    const found = value((await connect.examine?.(tools, ours)) ?? never)
    expect(found.every(({ ok }) => ok)).toBe(true)
  })

  test('a renewal that is refused asks a person; trouble, a wrong clock, a busy server do not', async () => {
    const ours = await account()
    const refusals: [number, string, Failure['kind']][] = [
      [400, 'invalid_grant', 'auth'],
      [401, 'invalid_client', 'auth'],
      [400, 'invalid_dpop_proof', 'transient'],
      [400, 'server_error', 'transient'],
      [500, 'server_error', 'transient'],
    ]
    for (const [status, error, kind] of refusals) {
      change = (url) =>
        url.href === `${issuer}/token` ? Response.json({ error }, { status }) : undefined
      expect(failure((await connect.refresh?.(tools, ours)) ?? never).kind, error).toBe(kind)
    }
    change = (url) => (url.origin === issuer ? new Response('<html>', { status: 502 }) : undefined)
    expect(failure((await connect.refresh?.(tools, ours)) ?? never).kind).toBe('transient')
    change = () => undefined
    value((await connect.refresh?.(tools, ours)) ?? never)
  })

  test('the words of an app password that was there before are forgotten, and the reverse', async () => {
    const granted = await account()
    const typed = value((await connect.withCredentials?.(tools, kit.fields)) ?? never).account
    // As the desk keeps them: what is new over what was there.
    const both = (a: object, b: object): Record<string, string> => ({ ...a, ...b })
    const left = (secrets: Record<string, string>) =>
      Object.keys(secrets).filter((name) => secrets[name] !== '')
    expect(left(both(typed.secrets, granted.secrets)).toSorted()).toEqual([
      'accessToken',
      'proofKey',
      'refreshToken',
    ])
    expect(left(both(granted.secrets, typed.secrets)).toSorted()).toEqual([
      'accessJwt',
      'refreshJwt',
    ])
    value(await connect.check(tools, { ...typed, secrets: both(granted.secrets, typed.secrets) }))
  })
})

describe('what strangers say of themselves', () => {
  const pdsSays = (serviceEndpoint: unknown) => (url: URL) =>
    url.hostname === 'plc.directory'
      ? Response.json({
          id: url.pathname.slice(1),
          alsoKnownAs: [`at://${ourHandle}`],
          service: [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint }],
        })
      : undefined

  test.each([
    'http://127.0.0.1:5432',
    'http://localhost/',
    'https://169.254.169.254/latest',
    'https://[::1]/',
    'https://10.0.0.7',
    'ftp://pds.example',
    'javascript:alert(1)',
    '',
    17,
  ])('a server that is said to be at %s is never reached', async (address) => {
    const guarded = createFetch()
    change = pdsSays(address)
    const careful: Tools = {
      ...tools,
      fetch: (url, init) =>
        new URL(url).hostname === 'plc.directory' || new URL(url).hostname.endsWith('bsky.app')
          ? tools.fetch(url, init)
          : guarded(url, init),
    }
    const begun = await connect.begin?.(careful, { handle: ourHandle }, HERE, 'mot')
    expect(failure(begun ?? never)).toMatchObject({ kind: 'rejected', field: 'handle' })
  })

  test('nothing but a handle leaves the desk', async () => {
    const words = fc.string({ unit: 'binary', maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(words, async (handle) => {
        asked.length = 0
        const begun = await begin({ handle })
        const shape = /^[a-z0-9.-]+\.[a-z][a-z0-9-]*$/
        if (asked.length > 0) expect(handle.trim().replace(/^@/, '').toLowerCase()).toMatch(shape)
        else expect(failure(begun)).toMatchObject({ kind: 'rejected', field: 'handle' })
      }),
      { numRuns: 100 },
    )
    for (const handle of [
      'localhost',
      '127.0.0.1',
      'a@b.fr',
      '../x.fr',
      'x.fr/../y',
      'did:plc:x',
    ]) {
      expect(failure(await begin({ handle })), handle).toMatchObject({ field: 'handle' })
    }
  })

  test('a name that does not own the handle is nobody', async () => {
    change = (url) =>
      url.hostname === 'plc.directory'
        ? Response.json({
            id: url.pathname.slice(1),
            alsoKnownAs: ['at://autre.test'],
            service: [],
          })
        : undefined
    expect(failure(await begin())).toMatchObject({ kind: 'rejected', field: 'handle' })
  })

  test('a handle that only its own site knows is found there', async () => {
    change = (url) => {
      if (url.hostname === 'public.api.bsky.app')
        return Response.json({ error: 'InvalidRequest' }, { status: 400 })
      if (url.href === `https://${ourHandle}/.well-known/atproto-did`)
        return new Response('did:plc:ateliermorel2atelierwood\n')
      return undefined
    }
    value(await begin())
  })

  test('a server that speaks for another one gives no access', async () => {
    for (const others of [
      [],
      ['https://a.example', 'https://b.example'],
      ['https://a.example/x'],
    ]) {
      change = (url) =>
        url.pathname === '/.well-known/oauth-protected-resource'
          ? Response.json({ resource: theirServer, authorization_servers: others })
          : undefined
      expect(failure(await begin())).toMatchObject({ kind: 'rejected', field: 'handle' })
    }
  })

  test.each([
    'pushed_authorization_request_endpoint',
    'token_endpoint',
    'code_challenge_methods_supported',
    'dpop_signing_alg_values_supported',
    'authorization_response_iss_parameter_supported',
    'client_id_metadata_document_supported',
    'scopes_supported',
    'authorization_endpoint',
  ])('a server that gives access without %s is not used', async (name) => {
    const path = '/.well-known/oauth-authorization-server'
    const said = (await (await network.fetch(`${issuer}${path}`, {})).json()) as object
    change = (url) =>
      url.pathname === path ? Response.json({ ...said, [name]: undefined }) : undefined
    expect(failure(await begin())).toMatchObject({ kind: 'rejected', field: 'handle' })
    expect(counted('/token')).toBe(0)
  })

  test('a server without such pages says to use an app password', async () => {
    change = (url) =>
      url.pathname.startsWith('/.well-known/oauth') ? new Response('', { status: 404 }) : undefined
    expect(failure(await begin())).toMatchObject({
      field: 'handle',
      reason: { en: expect.stringContaining('app password') },
    })
  })

  test('a network that is down says nothing of the handle', async () => {
    for (const down of [
      'public.api.bsky.app',
      'plc.directory',
      'pds.example',
      'entrance.example',
    ]) {
      change = (url) => (url.hostname === down ? new Response('', { status: 503 }) : undefined)
      expect(failure(await begin()).kind, down).toBe('transient')
    }
  })
})

describe('who asks', () => {
  test.each([
    ['http://localhost:3000', 'http://127.0.0.1:3000'],
    ['http://192.168.1.20:3000', 'VIGIE_PUBLIC_URL'],
    ['http://vigie.atelier-morel.fr', 'VIGIE_PUBLIC_URL'],
    ['https://192.168.1.20', 'VIGIE_PUBLIC_URL'],
    ['https://vigie.local', 'VIGIE_PUBLIC_URL'],
    ['https://vigie', 'VIGIE_PUBLIC_URL'],
  ])('a desk at %s hears what to do', async (origin, next) => {
    const begun = await begin({ handle: ourHandle }, `${origin}/api/connect/callback`)
    expect(failure(begun)).toMatchObject({
      field: 'handle',
      reason: { en: expect.stringContaining(next), fr: expect.stringContaining(next) },
    })
    expect(asked).toEqual([])
  })

  test('a desk that lost the key it signed by asks a person to connect again', async () => {
    const ours = await account()
    const others: Tools = { ...tools, signers: async () => [await signingKeyFrom('x', 'y')] }
    expect(failure((await connect.refresh?.(others, ours)) ?? never).kind).toBe('auth')
    // Nothing was asked of the network, which would have taken the access back.
    value((await connect.refresh?.(tools, ours)) ?? never)
  })

  test('the document is one by the vendor’s own schema', async () => {
    const { origin } = new URL(HERE)
    const uri = documentUriAt(origin, 'bluesky', 'client.json')
    const keys = [(await signingKeyFrom('s', 'bluesky')).publicJwk]
    const said = bluesky.documents?.['client.json']?.({ uri, origin, redirectUri: HERE, keys })
    const read = oauthClientMetadataSchema.parse(JSON.parse(JSON.stringify(said)))
    expect(read).toMatchObject({ client_id: uri, scope: declared, redirect_uris: [HERE] })
    expect(oauthClientIdDiscoverableSchema.safeParse(uri).success).toBe(true)
  })

  test('what a desk on one’s own machine says in its name is read by the vendor’s own rules', async () => {
    const local = 'http://127.0.0.1:3000/api/connect/callback'
    change = (url, { body }) => {
      const form = new URLSearchParams(String(body))
      if (url.pathname !== '/par') return undefined
      const told = atprotoLoopbackClientMetadata(form.get('client_id') ?? '')
      expect(told).toMatchObject({ redirect_uris: [local], scope: declared })
      return Response.json({ request_uri: 'urn:x', expires_in: 60 }, { status: 201 })
    }
    value(await begin({ handle: ourHandle }, local))
  })
})

test('the desk’s own clock dates the proofs: one that is wrong is found out, not hidden', async () => {
  const late = { ...tools, clock: fixedClock(new Date(desk.clock.now().getTime() - 3_600_000)) }
  const begun = await connect.begin?.(late, { handle: ourHandle }, HERE, 'mot')
  expect(failure(begun ?? never)).toMatchObject({ kind: 'transient' })
})

const never = failed({ kind: 'transient', detail: 'not implemented' })
