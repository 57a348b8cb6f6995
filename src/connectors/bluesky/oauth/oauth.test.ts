import { beforeEach, describe, expect, test } from 'vitest'
import type { Tools } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import { fixedClock } from '#platform/clock.ts'
import kit from '../contract.ts'
import { ourHandle, theirServer } from '../double.ts'
import bluesky from '../index.ts'
import { issuer } from './double.ts'
import { HERE, never, play, type Played } from './played.ts'
import { broad, narrow } from './scopes.ts'

const { connect, publish } = bluesky
if (!publish) throw new Error('Bluesky does less than it did')

let played: Played
let tools: Tools
beforeEach(async () => {
  played = await play()
  tools = played.tools
})

const account = async () => value(await played.visit()).account

describe('a proof for every request', () => {
  test('a nonce that changed in the middle is asked for once, and one post leaves', async () => {
    const ours = await account()
    played.network.authority.rotate()
    value(await publish.publish(tools, ours, played.desk.delivery('Une seule fois')))
    expect(played.counted('createRecord')).toBe(2)
    expect(played.network.published?.()).toHaveLength(1)
  })

  test('a nonce that is refused twice is trouble: no doubt about the post, no new access', async () => {
    const ours = await account()
    const wants = { 'www-authenticate': 'DPoP error="use_dpop_nonce"' }
    played.change = (url) =>
      url.pathname.endsWith('createRecord')
        ? Response.json({ error: 'use_dpop_nonce' }, { status: 401, headers: wants })
        : undefined
    const sent = await publish.publish(tools, ours, played.desk.delivery('Plus tard'))
    expect(failure(sent).kind).toBe('transient')
    expect(played.counted('createRecord')).toBe(2)
  })

  test('a film is not sent before the server has said its nonce', async () => {
    const ours = await account()
    played.network.authority.rotate()
    const size = { type: 'video/mp4', width: 160, height: 90, seconds: 2 }
    const video = { file: new Blob(['film']), alt: 'Le rabot', ...size }
    value(await publish.publish(tools, ours, played.desk.delivery('À l’établi', { video })))
    expect(played.counted('uploadBlob')).toBe(1)
  })

  test('no proof is used twice, and none is good for another request', async () => {
    const ours = await account()
    const proofs: string[] = []
    const seen: Tools = {
      ...tools,
      fetch: async (address, init = {}) => {
        proofs.push(init.headers?.['dpop'] ?? '')
        return played.network.fetch(address, init)
      },
    }
    for (const _ of ['first', 'again']) value(await connect.check(seen, ours))
    expect(new Set(proofs).size).toBe(proofs.length)
    const [one = ''] = proofs.slice(-1)
    const replayed = await played.network.fetch(
      `${theirServer}/xrpc/com.atproto.server.getSession`,
      {
        method: 'GET',
        headers: { authorization: `DPoP ${ours.secrets['accessToken']}`, dpop: one },
      },
    )
    expect(replayed.status).toBe(400)
  })

  test('the token is never sent anywhere but to its own server', async () => {
    const ours = await account()
    const elsewhere = 'https://evil.example/'
    played.change = (url) =>
      url.pathname.endsWith('getSession')
        ? new Response('', { status: 307, headers: { location: elsewhere } })
        : undefined
    expect((await connect.check(tools, ours)).ok).toBe(false)
    expect(played.asked.map(({ href }) => href)).not.toContain(elsewhere)
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
    const { url, memo } = value(await played.begin())
    played.network.authority.lie = lie
    const back = played.network.authority.allow(url)
    const finished = await connect.finish?.(tools, back, HERE, memo)
    expect(failure(finished ?? never).kind).toBe('rejected')
    expect(played.counted('getProfile')).toBe(0)
  })

  test('for another account at a renewal is not taken either', async () => {
    const ours = await account()
    played.network.authority.lie = { sub: 'did:plc:yanisyanisyanisyanisyani' }
    expect(failure((await connect.refresh?.(tools, ours)) ?? never).kind).toBe('auth')
  })

  test.each<[string, (back: URLSearchParams) => void]>([
    ['from another server', (back) => back.set('iss', 'https://evil.example')],
    ['from nobody', (back) => back.delete('iss')],
    ['to another question', (back) => back.set('state', 'autre')],
    ['with another code', (back) => back.set('code', 'cod-autre')],
  ])('an answer %s connects nothing', async (_, edit) => {
    expect(failure(await played.visit(edit)).kind).toBe('rejected')
  })

  test('a server without narrow rights is asked for broad ones', async () => {
    played.network.authority.isOld = true
    const ours = await account()
    expect(played.network.authority.scopes).toEqual([narrow, broad])
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
      played.change = (url) =>
        url.href === `${issuer}/token` ? Response.json({ error }, { status }) : undefined
      expect(failure((await connect.refresh?.(tools, ours)) ?? never).kind, error).toBe(kind)
    }
    played.change = (url) =>
      url.origin === issuer ? new Response('<html>', { status: 502 }) : undefined
    expect(failure((await connect.refresh?.(tools, ours)) ?? never).kind).toBe('transient')
    played.change = () => undefined
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

test('the desk’s own clock dates the proofs: one that is wrong is found out, not hidden', async () => {
  const late = {
    ...tools,
    clock: fixedClock(new Date(played.desk.clock.now().getTime() - 3_600_000)),
  }
  const begun = await connect.begin?.(late, { handle: ourHandle }, HERE, 'mot')
  expect(failure(begun ?? never)).toMatchObject({ kind: 'transient' })
})
