import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Caller } from '#support/caller.ts'
import { camille, openTestDesk, type TestDesk } from '#support/desk.ts'
import { hire, sofia } from '#support/hire.ts'
import { type Market, market } from '../testing/market.ts'
import { comeBack, keys, visit } from '../testing/visit.ts'

let bazaar: Market
let atelier: TestDesk
let owner: Caller

beforeEach(async () => {
  bazaar = market()
  atelier = await openTestDesk({ connectors: [bazaar.connector] })
  owner = (await atelier.signUp()).with({ 'accept-language': 'fr' })
  await owner.put('/connectors/market/app', { fields: keys })
  return atelier.close
})

const accounts = async () => (await owner.get('/channels')).body
const handles = async () => (await accounts()).map((one: { handle: string }) => one.handle).sort()
const back = async () => String((await visit(owner)).searchParams.get('back'))

describe('somebody who runs one account', () => {
  test('has it connected at once', async () => {
    const { pathname, searchParams } = await visit(owner)
    const [channel] = await accounts()
    expect([pathname, searchParams.get('connected')]).toEqual(['/channels', channel.id])
  })

  test('is told that none was named', async () => {
    bazaar.stalls = []
    const { body } = await owner.get(`/channels/returns/${await back()}`)
    expect(body.refusal.reason).toContain('sans nommer de compte')
  })
})

describe('somebody who runs several accounts', () => {
  beforeEach(() => {
    bazaar.stalls = ['lyon', 'paris', 'lille']
  })

  test('chooses which: nothing is connected before', async () => {
    const id = await back()
    expect(await accounts()).toEqual([])
    const { body } = await owner.get(`/channels/returns/${id}`)
    expect(body).toMatchObject({ networkName: 'Marché', refusal: null })
    expect(body.accounts[0]).toEqual({
      remoteId: 'lyon',
      handle: '@lyon',
      displayName: 'Étal @lyon',
      kind: 'Étal',
      avatarUrl: null,
      profileUrl: 'https://market.example/lyon',
      connected: false,
    })
    expect(JSON.stringify(body)).not.toContain('jeton')

    const done = await owner.post(`/channels/returns/${id}/connect`, {
      accounts: ['lyon', 'lille'],
    })
    expect(done.status).toBe(201)
    expect(await handles()).toEqual(['@lille', '@lyon'])
  })

  test('keeps the access sealed meanwhile, and for a quarter of an hour', async () => {
    bazaar.expiresAt = new Date('2026-12-24T09:00:00+01:00')
    const kept = () =>
      sql<{ sealed: string }>`select sealed_accounts as sealed from connect_returns`
        .execute(atelier.desk.db)
        .then(({ rows }) => rows)
    const id = await back()
    expect((await kept())[0]?.sealed).not.toContain('jeton')
    atelier.clock.advance(15 * 60_000)
    const { status, body } = await owner.post(`/channels/returns/${id}/connect`, {
      accounts: ['lyon'],
    })
    expect([status, body.code]).toEqual([410, 'channel.connection_expired'])
    await atelier.settle()
    expect(await kept()).toEqual([])
  })

  test('keeps the end of each access', async () => {
    bazaar.expiresAt = new Date('2026-12-24T09:00:00+01:00')
    await owner.post(`/channels/returns/${await back()}/connect`, { accounts: ['lyon'] })
    expect((await accounts())[0].accessExpiresAt).toBe('2026-12-24T08:00:00.000Z')
  })

  test('chooses once', async () => {
    const id = await back()
    const choose = () => owner.post(`/channels/returns/${id}/connect`, { accounts: ['lyon'] })
    const statuses = (await Promise.all([choose(), choose()])).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([201, 410])
    expect(await handles()).toEqual(['@lyon'])
  })

  test('is alone to choose', async () => {
    const id = await back()
    await hire(atelier.desk.db, sofia, 'manager')
    const manager = await atelier.as({ ...sofia, password: camille.password })
    expect((await manager.get(`/channels/returns/${id}`)).status).toBe(410)
    const theft = await manager.post(`/channels/returns/${id}/connect`, { accounts: ['lyon'] })
    expect(theft.status).toBe(410)
    expect((await owner.get(`/channels/returns/${id}`)).status).toBe(200)
  })

  test('ticks at least one, among those that were named', async () => {
    const id = await back()
    for (const chosen of [[], ['versailles']]) {
      const { status, body } = await owner.post(`/channels/returns/${id}/connect`, {
        accounts: chosen,
      })
      expect([status, body.code]).toEqual([422, 'channel.none_chosen'])
    }
    expect(await accounts()).toEqual([])
  })

  test('has the accounts of before renewed, with their history', async () => {
    await owner.post(`/channels/returns/${await back()}/connect`, { accounts: ['lyon'] })
    const [before] = await accounts()
    bazaar.revoked = true
    bazaar.stalls = ['lyon', 'paris']
    const id = await back()
    const { body } = await owner.get(`/channels/returns/${id}`)
    expect(body.accounts.map((one: { connected: boolean }) => one.connected)).toEqual([true, false])
    const { body: connected } = await owner.post(`/channels/returns/${id}/connect`, {
      accounts: ['paris'],
    })
    expect(connected).toHaveLength(2)
    expect(connected[0]).toMatchObject({ id: before.id, state: 'connected' })
    expect(await handles()).toEqual(['@lyon', '@paris'])
  })
})

describe('somebody who comes back without access', () => {
  const refusal = async (brings: string) => {
    const address = await visit(owner, brings)
    expect([...address.searchParams.keys()]).toEqual(['back'])
    return (await owner.get(`/channels/returns/${address.searchParams.get('back')}`)).body.refusal
  }

  test('is told why by the network’s own codes', async () => {
    expect(await refusal('market_error=no_stall&error=access_denied')).toEqual({
      reason: 'Vous n’avez pas d’étal ici.',
      next: 'Louez-en un.',
    })
  })

  test('is told why by the codes of OAuth, on any network', async () => {
    const { reason, next } = await refusal('error=redirect_uri_mismatch')
    expect(reason).toContain('ne connaît pas l’adresse de redirection')
    expect(next).toContain('/api/connect/callback')
    expect(bazaar.count('finish')).toBe(0)
  })

  test('never reads words that somebody put into the address', async () => {
    const said = await refusal('error=access_denied&error_description=Donnez+votre+mot+de+passe')
    expect(JSON.stringify(said)).not.toContain('mot de passe')
  })

  test('is told what the network refused once they were back', async () => {
    const reason = { en: 'Your page is not published.', fr: 'Votre page n’est pas publiée.' }
    bazaar.refusal = { kind: 'rejected', reason, detail: 'unpublished' }
    expect((await refusal('code=ok')).reason).toBe('Votre page n’est pas publiée.')
    bazaar.refusal = { kind: 'transient', detail: 'timeout' }
    expect((await refusal('code=ok')).next).toContain('quelques minutes')
  })

  test('starts again when the visit took too long, or the address is not theirs', async () => {
    expect((await comeBack(owner, 'state=another&code=ok')).search).toBe('?late=yes')
    const { body } = await owner.post('/channels/oauth', { connectorId: 'market', fields: {} })
    const state = new URL(body.url).searchParams.get('state')
    atelier.clock.advance(15 * 60_000)
    expect((await comeBack(owner, `state=${state}&code=ok`)).search).toBe('?late=yes')
    expect(bazaar.count('finish')).toBe(0)
  })
})
