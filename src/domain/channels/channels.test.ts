import { beforeEach, describe, expect, it } from 'vitest'
import type { Account, Connector, Tools } from '#connectors/_contract/connector.ts'
import { defineConnector } from '#connectors/_contract/connector.ts'
import { done, failed } from '#connectors/_contract/failure.ts'
import type { Caller } from '#support/caller.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'

/** A network of one account, whose mood each test sets. */
class Bistro {
  revoked = false
  down = false
  refreshed = 0
  expiresAt: Date | undefined
  readonly connector: Connector = this.#connector()

  #connector(): Connector {
    const text = { en: 'x', fr: 'x' }
    const connected = (account: Account) => ({
      account,
      displayName: 'Atelier Morel',
      profileUrl: 'https://bistro.example/@morel',
      ...(this.expiresAt ? { expiresAt: this.expiresAt } : {}),
    })
    return defineConnector({
      manifest: {
        id: 'bistro',
        name: 'Bistro',
        stamp: 'Bi',
        description: text,
        capabilities: { publish: false, inbox: false, metrics: false, listen: false },
        connect: { method: 'credentials', fields: [], help: text },
        idempotency: 'none',
        metrics: { post: [], channel: [] },
        docs: [],
      },
      text: { count: (s) => s.length, spans: () => [] },
      connect: {
        withCredentials: async (_tools: Tools, fields) =>
          fields['password'] === 'juste'
            ? done(
                connected({
                  remoteId: 'morel',
                  handle: '@morel',
                  settings: {},
                  secrets: { token: 'jeton-secret' },
                }),
              )
            : failed({ kind: 'auth', detail: 'wrong password' }),
        refresh: async () => {
          this.refreshed++
          this.expiresAt = new Date('2026-11-24T09:00:00+01:00')
          return done({ secrets: { token: 'jeton-neuf' }, expiresAt: this.expiresAt })
        },
        check: async (_tools, account) => {
          if (this.down) return failed({ kind: 'transient', detail: 'connection refused' })
          if (this.revoked) return failed({ kind: 'auth', detail: 'token revoked' })
          return done(connected(account))
        },
      },
    })
  }
}

let bistro: Bistro
let atelier: TestDesk
let owner: Caller

beforeEach(async () => {
  bistro = new Bistro()
  atelier = await openTestDesk({ connectors: [bistro.connector] })
  owner = await atelier.signUp()
  return atelier.close
})

const connect = (password = 'juste') =>
  owner.post('/channels', { connectorId: 'bistro', fields: { password } })

describe('connecting an account', () => {
  it('says what the network refused', async () => {
    const { status, body } = await connect('faux')
    expect(status).toBe(422)
    expect(body.code).toBe('channel.refused')
  })

  it('keeps its secrets sealed, and never shows them', async () => {
    const { status, body } = await connect()
    expect(status).toBe(201)
    expect(JSON.stringify(body)).not.toContain('jeton')
    const listed = await owner.get('/channels')
    expect(listed.body).toMatchObject([
      { handle: '@morel', state: 'connected', networkName: 'Bistro' },
    ])
  })

  it('connects once when asked twice, and comes back after leaving', async () => {
    const first = await connect()
    const again = await connect()
    expect(again.body.id).toBe(first.body.id)
    await owner.delete(`/channels/${first.body.id}`)
    expect((await owner.get('/channels')).body).toEqual([])
    expect((await connect()).body).toMatchObject({ id: first.body.id, state: 'connected' })
  })

  it('answers 404 for a network that is not here', async () => {
    const { status, body } = await owner.post('/channels', { connectorId: 'myspace', fields: {} })
    expect([status, body.code]).toEqual([404, 'channel.unknown_network'])
  })
})

describe('looking after an account', () => {
  it('renews access before it ends, once', async () => {
    bistro.expiresAt = new Date('2026-11-23T09:20:00+01:00')
    await connect()
    await atelier.settle()
    atelier.clock.set('2026-11-23T09:12:00+01:00')
    await atelier.settle()
    expect(bistro.refreshed).toBe(1)
  })

  it('tells a revoked access from a network that is down', async () => {
    const { body } = await connect()
    bistro.down = true
    expect((await owner.post(`/channels/${body.id}/check`)).body.state).toBe('connected')
    bistro.down = false
    bistro.revoked = true
    const checked = await owner.with({ 'accept-language': 'fr' }).post(`/channels/${body.id}/check`)
    expect(checked.body.state).toBe('broken')
    expect(checked.body.trouble).toContain('Reconnectez le compte')
  })
})
