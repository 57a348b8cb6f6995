import { createPublicKey } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Connector, defineConnector, type Tools } from '#connectors/_contract/connector.ts'
import { done } from '#connectors/_contract/failure.ts'
import type { Caller } from '#support/caller.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import { type Market, market } from '../testing/market.ts'

const PUBLIC = 'https://vigie.atelier-morel.fr'
const place = z.object({
  uri: z.string(),
  origin: z.string(),
  redirectUri: z.string(),
  keys: z.array(z.record(z.string(), z.string())),
})

/** A market that gives access on its own page and by a password, and comes to read who asks. */
function readingMarket(): { connector: Connector; bazaar: Market; tools: Tools[] } {
  const bazaar = market()
  const tools: Tools[] = []
  const { manifest, ...parts } = bazaar.connector
  const { connect } = bazaar.connector
  const { app: _, ...asked } = manifest.connect
  const words = { en: 'Allow Vigie there.', fr: 'Autorisez-y Vigie.' }
  const visit = { fields: [], help: words, otherwise: { en: 'A password', fr: 'Un mot de passe' } }
  const connector = defineConnector({
    ...parts,
    manifest: { ...manifest, connect: { ...asked, method: 'credentials', visit } },
    connect: {
      ...connect,
      withCredentials: async (theirs) => {
        tools.push(theirs)
        const account = { remoteId: 'morel', handle: '@morel', settings: {}, secrets: {} }
        return done({ account, displayName: 'Morel', profileUrl: 'https://market.example/morel' })
      },
    },
    documents: { 'client.json': (told) => told },
  })
  return { connector, bazaar, tools }
}

let atelier: TestDesk
let owner: Caller
let tools: Tools[]

async function open(env: Record<string, string> = { VIGIE_PUBLIC_URL: PUBLIC }) {
  const made = readingMarket()
  tools = made.tools
  atelier = await openTestDesk({ connectors: [made.connector], env })
  atelier.desk.fetch = async () => new Response('')
  owner = await atelier.signUp()
}

const read = async (who: Caller = atelier.stranger) =>
  who.get<unknown>('/api/connect/documents/market/client.json')

describe('the document by which a network knows this desk', () => {
  beforeEach(() => open())

  test('is there for anybody, at the public address, with the key that signs', async () => {
    const { status, body, headers } = await read()
    expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
    const { keys, ...told } = place.parse(body)
    expect(told).toEqual({
      uri: `${PUBLIC}/api/connect/documents/market/client.json`,
      origin: PUBLIC,
      redirectUri: `${PUBLIC}/api/connect/callback`,
    })
    await owner.post('/channels', { connectorId: 'market', fields: {} })
    const [signer] = (await tools[0]?.signers?.()) ?? []
    expect(keys).toEqual([signer?.publicJwk])
    expect(() => createPublicKey({ key: keys[0] ?? {}, format: 'jwk' })).not.toThrow()
    // The half that signs cannot be read out of what a connector is given.
    expect(signer?.privateKey.extractable).toBe(false)
  })

  test('is not there for a network that has none, nor under another name', async () => {
    for (const path of ['market/other.json', 'market/toString', 'fair/client.json']) {
      expect((await atelier.stranger.get(`/api/connect/documents/${path}`)).status, path).toBe(404)
    }
  })

  test('a network that can read it is proposed by its own page first', async () => {
    const { body } = await owner.get<{ visitFirst: boolean }[]>('/connectors')
    expect(body).toMatchObject([{ id: 'market', visitFirst: true }])
  })
})

test('with a former key of the desk, what was signed by it is still known', async () => {
  const [today, before] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)].map((key) =>
    key.toString('base64'),
  )
  await open({ VIGIE_SECRET_KEY: `${before}` })
  const former = place.parse((await read()).body).keys
  await open({ VIGIE_SECRET_KEY: `${today},${before}` })
  const { keys } = place.parse((await read()).body)
  expect(keys).toHaveLength(2)
  expect(keys[1]).toEqual(former[0])
})

test.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'https://192.168.1.4'])(
  'a desk at %s proposes the other way first, and says what its own page would take',
  async (address) => {
    await open({ VIGIE_PUBLIC_URL: address })
    const { body } = await owner.get<{ visitFirst: boolean }[]>('/connectors')
    expect(body).toMatchObject([{ visitFirst: false }])
    const from = encodeURIComponent(address)
    for (const [language, words] of [
      ['en', 'Connect the other way, or give Vigie a public address'],
      ['fr', 'Connectez le compte de l’autre façon, ou donnez à Vigie une adresse publique'],
    ]) {
      const reader = owner.with({ 'accept-language': String(language) })
      const looks = await reader.get<{ next: string | null }[]>(
        `/connectors/market/doctor?from=${from}`,
      )
      expect(looks.body[0]).toMatchObject({ about: 'address', state: 'to-do' })
      expect(looks.body[0]?.next).toContain(words)
    }
  },
)
