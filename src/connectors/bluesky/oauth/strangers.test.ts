import {
  atprotoLoopbackClientMetadata,
  oauthClientIdDiscoverableSchema,
  oauthClientMetadataSchema,
} from '@atproto/oauth-types'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { documentUriAt, type Tools } from '#connectors/_contract/connector.ts'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import { signingKeyFrom } from '#platform/crypto/signing-key.ts'
import { createFetch } from '#platform/fetch/fetch.ts'
import { ourHandle, theirServer } from '../double.ts'
import bluesky from '../index.ts'
import { issuer } from './double.ts'
import { HERE, never, play, type Played } from './played.ts'
import { declared } from './scopes.ts'

const { connect } = bluesky

let played: Played
let tools: Tools
beforeEach(async () => {
  played = await play()
  tools = played.tools
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
    played.change = pdsSays(address)
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
        played.asked.length = 0
        const begun = await played.begin({ handle })
        const shape = /^[a-z0-9.-]+\.[a-z][a-z0-9-]*$/
        if (played.asked.length > 0)
          expect(handle.trim().replace(/^@/, '').toLowerCase()).toMatch(shape)
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
      expect(failure(await played.begin({ handle })), handle).toMatchObject({ field: 'handle' })
    }
  })

  test('a name that does not own the handle is nobody', async () => {
    played.change = (url) =>
      url.hostname === 'plc.directory'
        ? Response.json({
            id: url.pathname.slice(1),
            alsoKnownAs: ['at://autre.test'],
            service: [],
          })
        : undefined
    expect(failure(await played.begin())).toMatchObject({ kind: 'rejected', field: 'handle' })
  })

  test('a handle that only its own site knows is found there', async () => {
    played.change = (url) => {
      if (url.hostname === 'public.api.bsky.app')
        return Response.json({ error: 'InvalidRequest' }, { status: 400 })
      if (url.href === `https://${ourHandle}/.well-known/atproto-did`)
        return new Response('did:plc:ateliermorel2atelierwood\n')
      return undefined
    }
    value(await played.begin())
  })

  test('a server that speaks for another one gives no access', async () => {
    for (const others of [
      [],
      ['https://a.example', 'https://b.example'],
      ['https://a.example/x'],
    ]) {
      played.change = (url) =>
        url.pathname === '/.well-known/oauth-protected-resource'
          ? Response.json({ resource: theirServer, authorization_servers: others })
          : undefined
      expect(failure(await played.begin())).toMatchObject({ kind: 'rejected', field: 'handle' })
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
    const said = (await (await played.network.fetch(`${issuer}${path}`, {})).json()) as object
    played.change = (url) =>
      url.pathname === path ? Response.json({ ...said, [name]: undefined }) : undefined
    expect(failure(await played.begin())).toMatchObject({ kind: 'rejected', field: 'handle' })
    expect(played.counted('/token')).toBe(0)
  })

  test('a server without such pages says to use an app password', async () => {
    played.change = (url) =>
      url.pathname.startsWith('/.well-known/oauth') ? new Response('', { status: 404 }) : undefined
    expect(failure(await played.begin())).toMatchObject({
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
      played.change = (url) =>
        url.hostname === down ? new Response('', { status: 503 }) : undefined
      expect(failure(await played.begin()).kind, down).toBe('transient')
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
    const begun = await played.begin({ handle: ourHandle }, `${origin}/api/connect/callback`)
    expect(failure(begun)).toMatchObject({
      field: 'handle',
      reason: { en: expect.stringContaining(next), fr: expect.stringContaining(next) },
    })
    expect(played.asked).toEqual([])
  })

  test('a desk that lost the key it signed by asks a person to connect again', async () => {
    const ours = value(await played.visit()).account
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
    played.change = (url, { body }) => {
      const form = new URLSearchParams(String(body))
      if (url.pathname !== '/par') return undefined
      const told = atprotoLoopbackClientMetadata(form.get('client_id') ?? '')
      expect(told).toMatchObject({ redirect_uris: [local], scope: declared })
      return Response.json({ request_uri: 'urn:x', expires_in: 60 }, { status: 201 })
    }
    value(await played.begin({ handle: ourHandle }, local))
  })
})
