import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { camille } from '#support/desk.ts'
import type { Caller } from '#support/caller.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import { hire, yanis } from '#support/hire.ts'
import { type Market, market } from '../testing/market.ts'
import { keys, visit } from '../testing/visit.ts'

let bazaar: Market
let atelier: TestDesk
let owner: Caller

beforeEach(async () => {
  bazaar = market()
  atelier = await openTestDesk({ connectors: [bazaar.connector] })
  owner = (await atelier.signUp()).with({ 'accept-language': 'fr' })
  return atelier.close
})

const app = () => owner.get('/connectors/market/app')
const enter = (fields: Record<string, string> = keys) =>
  owner.put('/connectors/market/app', { fields })
const readings = () => owner.get('/channels')

describe('the keys of the company’s app', () => {
  test('are entered on the desk, and never shown again', async () => {
    expect((await app()).body).toMatchObject({ keys: null, complete: false })
    const { status, body } = await enter()
    expect(status).toBe(200)
    expect(body.keys).toEqual({
      fields: ['clientId', 'clientSecret'],
      setAt: '2026-11-23T08:00:00.000Z',
      setBy: camille.name,
    })
    const read = await app()
    expect(read.body.complete).toBe(true)
    expect(JSON.stringify([body, read.body])).not.toMatch(/morel-app|tres-secret/)
  })

  test('are told the addresses that the network wants', async () => {
    const { body } = await app()
    expect(body.redirectUri).toMatch(/^http:\/\/.+\/api\/connect\/callback$/)
    expect(body.webhookUri).toMatch(/\/market\/[0-9a-f-]{36}$/)
  })

  test('are all needed, but for what is optional; a stranger among them is not kept', async () => {
    const { status, body } = await enter({ clientId: 'morel-app', clientSecret: '  ' })
    expect([status, body.code]).toEqual([422, 'channel.app_keys'])
    expect(body.errors).toEqual([
      { pointer: '/fields/clientSecret', detail: 'Remplissez «\u00A0Secret\u00A0».' },
    ])
    await enter({ ...keys, role: 'owner' })
    expect((await app()).body.keys.fields).toEqual(['clientId', 'clientSecret'])
  })

  test('are sealed for this company and this network', async () => {
    await enter()
    const { rows } = await sql<{
      sealed: string
    }>`select sealed_keys as sealed from app_keys`.execute(atelier.desk.db)
    expect(rows[0]?.sealed).not.toContain('tres-secret')
    // Somebody who moves the row to another network gets nothing out of it.
    await sql`update app_keys set connector_id = 'fair'`.execute(atelier.desk.db)
    const fair = market({ id: 'fair' }).connector
    ;(atelier.desk.connectors as Map<string, typeof fair>).set('fair', fair)
    expect((await owner.get('/connectors/fair/app')).body).toMatchObject({
      keys: null,
      complete: false,
    })
  })

  test('are a matter for owners and managers, and of one company', async () => {
    await enter()
    await hire(atelier.desk.db, yanis, 'editor')
    const editor = await atelier.as({ ...yanis, password: camille.password })
    expect((await editor.get('/connectors/market/app')).status).toBe(403)
    expect((await editor.put('/connectors/market/app', { fields: keys })).status).toBe(403)
    const place = { name: 'Ailleurs', language: 'fr', timeZone: 'Europe/Paris' }
    const { body } = await owner.post<{ id: string }>('/companies', place)
    expect((await owner.of(body.id).get('/connectors/market/app')).body.keys).toBeNull()
  })

  test('leave a trace in the journal, without themselves', async () => {
    await enter()
    expect((await owner.delete('/connectors/market/app')).status).toBe(204)
    expect((await owner.delete('/connectors/market/app')).status).toBe(404)
    const { rows } = await sql<{ action: string; detail: object }>`
      select action, detail from audit_entries where subject = 'app:market' order by seq`.execute(
      atelier.desk.db,
    )
    expect(rows).toEqual([
      { action: 'app.keys-set', detail: { network: 'Marché' } },
      { action: 'app.keys-removed', detail: { network: 'Marché' } },
    ])
  })
})

describe('a network that wants keys', () => {
  test('is not called while they are missing, and a sentence says so', async () => {
    const { status, body } = await owner.post('/channels/oauth', {
      connectorId: 'market',
      fields: {},
    })
    expect([status, body.code]).toEqual([422, 'channel.refused'])
    expect(body.detail).toContain('n’a pas les clés de votre application Marché')
    expect(bazaar.asked).toEqual([])
  })

  test('gets them at every call', async () => {
    await enter()
    await visit(owner)
    const [channel] = (await readings()).body
    await owner.post('/queries', { expression: 'morel' })
    await owner.post('/sources', { connectorId: 'market', channelId: channel.id })
    await owner.get(`/posts/mentions?q=so&channelId=${channel.id}`)
    bazaar.revoked = true
    await owner.post(`/channels/${channel.id}/examine`)
    await publish(channel.id)
    await atelier.settle()
    await owner.delete(`/channels/${channel.id}`)

    const called = new Set(bazaar.asked.map(({ what }) => what))
    expect([...called].toSorted()).toEqual(
      [
        'begin',
        'finish',
        'check',
        'refresh',
        'examine',
        'mention',
        'listen',
        'inbox',
        'counts',
        'publish',
        'revoke',
      ].toSorted(),
    )
    expect(bazaar.asked.filter((one) => one.app?.['clientSecret'] !== 'tres-secret')).toEqual([])
  })

  test('is left alone once they are removed: accounts say why, and posts wait for a person', async () => {
    await enter()
    await visit(owner)
    const [channel] = (await readings()).body
    expect(channel.state).toBe('connected')
    await owner.delete('/connectors/market/app')
    bazaar.asked.length = 0

    const post = await publish(channel.id)
    await atelier.settle()
    await owner.get(`/posts/mentions?q=so&channelId=${channel.id}`)
    await owner.post(`/channels/${channel.id}/check`)
    expect(bazaar.asked).toEqual([])
    expect((await readings()).body[0]).toMatchObject({
      state: 'broken',
      trouble: expect.stringContaining('clés de votre application Marché'),
    })
    const { body } = await owner.get(`/posts/${post}`)
    expect(JSON.stringify(body)).toContain('clés de votre application Marché')

    await enter()
    expect((await readings()).body[0]).toMatchObject({ state: 'connected', trouble: null })
    await owner.delete('/connectors/market/app')
    await owner.delete(`/channels/${channel.id}`)
    expect((await readings()).body).toEqual([])
    expect(bazaar.count('revoke')).toBe(0)
  })
})

test('a network that asks for no app has none to enter', async () => {
  const plain = market({ id: 'plain', connect: { method: 'oauth', fields: [], help: words } })
  ;(atelier.desk.connectors as Map<string, typeof plain.connector>).set('plain', plain.connector)
  const { status, body } = await owner.get('/connectors/plain/app')
  expect([status, body.code]).toEqual([404, 'channel.no_app'])
})

const words = { en: 'x', fr: 'x' }

/** @returns the id of a post that was told to leave now */
async function publish(channelId: string): Promise<string> {
  const { body } = await owner.post('/posts', { text: 'Bonjour', variants: [{ channelId }] })
  const { status } = await owner.post(`/posts/${body.id}/schedule`, { version: body.version })
  expect(status).toBe(200)
  return body.id
}
