import { beforeEach, describe, expect, test } from 'vitest'
import type { Caller } from '#support/caller.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import { FetchFailure } from '#platform/fetch/failure.ts'
import { type Market, market } from '../testing/market.ts'
import { keys, visit } from '../testing/visit.ts'
import type { LookView } from './api.ts'

let bazaar: Market
let atelier: TestDesk
let owner: Caller
/** What the internet answers. */
let internet: (url: URL) => Response

const NOW = '2026-11-23T08:00:00Z'
const PUBLIC = 'https://vigie.atelier-morel.example'
const FROM = `from=${encodeURIComponent(PUBLIC)}`

async function open(env: Record<string, string> = { VIGIE_PUBLIC_URL: PUBLIC }) {
  bazaar = market()
  atelier = await openTestDesk({ connectors: [bazaar.connector], env, now: NOW })
  internet = (url) =>
    url.pathname === '/health'
      ? Response.json({ status: 'ok', version: '1' })
      : new Response('', { headers: { date: new Date(NOW).toUTCString() } })
  atelier.desk.fetch = async (url) => internet(new URL(url))
  owner = (await atelier.signUp()).with({ 'accept-language': 'fr' })
  await owner.put('/connectors/market/app', { fields: keys })
}

const examined = async (query = FROM): Promise<LookView[]> =>
  (await owner.get(`/connectors/market/doctor?${query}`)).body
const first = async (query?: string) => (await examined(query))[0]

describe('before the visit to the network', () => {
  test('all is well on a desk with a public address, keys and a right clock', async () => {
    await open()
    const looks = await examined()
    expect(looks.map(({ about }) => about)).toEqual(['address', 'keys', 'clock', 'reach'])
    expect(looks.filter(({ state }) => state !== 'done')).toEqual([])
    await atelier.close()
  })

  test('missing keys are the thing to do', async () => {
    await open()
    await owner.delete('/connectors/market/app')
    expect(await first()).toMatchObject({
      state: 'to-do',
      what: expect.stringContaining('n’a pas les clés'),
      next: expect.stringContaining('étapes'),
    })
    await atelier.close()
  })

  test('an address that networks do not take, or that only this machine reaches, is said', async () => {
    await open({})
    const plain = owner.with({ host: 'vigie.lan' })
    const { body } = await plain.get('/connectors/market/doctor')
    expect(body[0]).toMatchObject({
      state: 'to-do',
      next: expect.stringContaining('VIGIE_PUBLIC_URL'),
    })
    const local = owner.with({ host: 'localhost:4380' })
    const here = await local.get('/connectors/market/doctor')
    expect(here.body[0]).toMatchObject({
      state: 'unknown',
      what: expect.stringContaining('http://localhost:4380'),
    })
    await atelier.close()
  })

  test('somebody who would come back where they are not signed in is told where to start', async () => {
    await open()
    expect(await first(`from=${encodeURIComponent('http://10.0.0.7:4380')}`)).toMatchObject({
      state: 'to-do',
      next: expect.stringContaining(`Ouvrez ${PUBLIC}`),
    })
    await atelier.close()
  })

  test.each([
    ['2026-11-23T07:48:00Z', 'avance de 12'],
    ['2026-11-23T08:05:00Z', 'retarde de 5'],
  ])('a network at %s shows that this clock is wrong', async (there, words) => {
    await open()
    internet = () => new Response('', { headers: { date: new Date(there).toUTCString() } })
    expect(await first()).toMatchObject({ state: 'to-do', what: expect.stringContaining(words) })
    await atelier.close()
  })

  test('an answer that a cache kept for an hour says nothing against our clock', async () => {
    await open()
    const headers = { date: new Date('2026-11-23T07:00:00Z').toUTCString(), age: '3600' }
    internet = () => new Response('', { headers })
    expect((await examined()).filter(({ state }) => state === 'to-do')).toEqual([])
    await atelier.close()
  })

  test('a network that this machine cannot reach is to be looked into', async () => {
    await open()
    internet = () => {
      throw new FetchFailure('dns', 'market.example', false)
    }
    const looks = await examined()
    expect(looks[0]).toMatchObject({
      state: 'to-do',
      what: expect.stringContaining('market.example'),
    })
    // Our own name does not answer from here either: that proves nothing.
    expect(looks[1]).toMatchObject({
      state: 'unknown',
      what: expect.stringContaining('Impossible de dire d’ici'),
    })
    await atelier.close()
  })
})

describe('the check of a connected account', () => {
  let id: string

  beforeEach(async () => {
    await open()
    await visit(owner)
    id = (await owner.get('/channels')).body[0].id
    return atelier.close
  })

  const check = async (): Promise<LookView[]> => (await owner.post(`/channels/${id}/examine`)).body

  test('says what is well', async () => {
    const looks = await check()
    expect(looks.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
    expect(looks.map(({ what }) => what).join(' ')).toContain('accepte notre accès à @morel')
  })

  test('puts what is to do on top: a right that was not given', async () => {
    bazaar.findings = [
      { what: { en: 'May read.', fr: 'Peut lire.' }, ok: true },
      {
        what: { en: 'May not publish.', fr: 'Ne peut pas publier.' },
        ok: false,
        next: { en: 'Allow it.', fr: 'Autorisez-le.' },
      },
    ]
    expect((await check())[0]).toEqual({
      about: 'account',
      state: 'to-do',
      what: 'Ne peut pas publier.',
      next: 'Autorisez-le.',
    })
  })

  test('says that the access was taken back, and that the account must be connected again', async () => {
    bazaar.connector.connect.check = async () => ({
      ok: false,
      failure: { kind: 'auth', detail: 'revoked' },
    })
    bazaar.connector.connect.refresh = async () => ({
      ok: false,
      failure: { kind: 'auth', detail: 'revoked' },
    })
    expect((await check())[0]).toMatchObject({ state: 'to-do', next: 'Reconnectez le compte.' })
    expect((await owner.get('/channels')).body[0].state).toBe('broken')
  })

  test('says that the end of an access is near, where nobody renews it', async () => {
    delete bazaar.connector.connect.refresh
    bazaar.expiresAt = new Date('2026-11-30T09:00:00Z')
    await visit(owner)
    expect((await check())[0]).toMatchObject({
      state: 'to-do',
      what: 'Son accès prend fin le 30 novembre 2026.',
    })
  })

  test('does not take a network that is down for an access that ended', async () => {
    bazaar.connector.connect.check = async () => ({
      ok: false,
      failure: { kind: 'transient', detail: 'timeout' },
    })
    expect((await check())[0]).toMatchObject({ state: 'unknown' })
    expect((await owner.get('/channels')).body[0].state).toBe('connected')
  })

  test('asks nothing of the network without the keys of the app', async () => {
    await owner.delete('/connectors/market/app')
    bazaar.asked.length = 0
    expect(await check()).toMatchObject([{ state: 'to-do', next: expect.stringContaining('clés') }])
    expect(bazaar.asked).toEqual([])
  })
})
