import { beforeEach, describe, expect, it } from 'vitest'
import { type Connector, defineConnector } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed } from '#connectors/_contract/failure.ts'
import type { Caller } from '#support/caller.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { accountOf } from './account.ts'
import { renewAhead } from './access.ts'
import type { ChannelsTables } from './tables.ts'

const MINUTE = 60_000
const life = (minutes: number) => {
  const accessFrom = new Date('2026-11-23T08:00:00Z')
  return { accessFrom, accessExpiresAt: new Date(accessFrom.getTime() + minutes * MINUTE) }
}

describe('how early access is renewed', () => {
  it.each([
    ['of sixty days: a day', 60 * 1440, 1440],
    ['of two hours: a fifth', 120, 24],
    ['of an hour: a quarter of an hour, for three tries', 60, 15],
    ['of twenty minutes: half its life', 20, 10],
  ])('%s', (_name, minutes, ahead) => {
    expect(renewAhead(life(minutes))).toBe(ahead * MINUTE)
  })
})

/** A network whose access lasts two hours; what it does with the next renewal each test says. */
const text = { en: 'x', fr: 'x' }
let renewals: (Failure | { secrets: Record<string, string> })[] = []
let asked = 0
let given: Record<string, string> = {}
let atelier: TestDesk
let owner: Caller
const twoHours = () => new Date(atelier.clock.now().getTime() + 120 * MINUTE)
const network: Connector = defineConnector({
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
    withCredentials: async () =>
      done({
        account: { remoteId: 'morel', handle: '@morel', settings: {}, secrets: { ...given } },
        displayName: 'Atelier Morel',
        profileUrl: 'https://bistro.example/@morel',
        expiresAt: twoHours(),
      }),
    async refresh() {
      asked++
      const answer = renewals.shift()
      if (answer && 'kind' in answer) return failed(answer)
      const secrets = answer?.secrets ?? { access: `access ${asked}`, refresh: `refresh ${asked}` }
      return done({ secrets, expiresAt: twoHours() })
    },
    check: async (_tools, account) =>
      done({ account, displayName: 'Atelier Morel', profileUrl: 'https://bistro.example/@morel' }),
  },
})

beforeEach(async () => {
  renewals = []
  asked = 0
  given = { access: 'first', refresh: 'precious' }
  atelier = await openTestDesk({ connectors: [network] })
  owner = await atelier.signUp()
  await owner.post('/channels', { connectorId: 'bistro', fields: {} })
  return atelier.close
})

const after = async (minutes: number) => {
  atelier.clock.advance(minutes * MINUTE)
  await atelier.settle()
}
const state = async () => (await owner.get('/channels')).body[0].state
async function secrets() {
  const row = await tablesOf<ChannelsTables>(atelier.desk.db)
    .selectFrom('channels')
    .selectAll()
    .executeTakeFirstOrThrow()
  return accountOf(atelier.desk, row).secrets
}

describe('renewing access', () => {
  it('happens a fifth of its life before its end', async () => {
    await after(95)
    expect(asked).toBe(0)
    await after(2)
    expect(asked).toBe(1)
  })

  it('is tried again while the network is down, and never disconnects for that', async () => {
    for (const kind of ['transient', 'unknown-outcome'] as const)
      renewals.push({ kind, detail: 'connect ETIMEDOUT' })
    await after(97)
    await after(5)
    expect([asked, await state()]).toEqual([2, 'connected'])
    await after(5)
    expect([asked, await state()]).toEqual([3, 'connected'])
    expect(await secrets()).toEqual({ access: 'access 3', refresh: 'refresh 3' })
  })

  it('that is refused for good asks for a person', async () => {
    renewals.push({ kind: 'auth', detail: 'invalid_grant' })
    await after(97)
    expect(await state()).toBe('broken')
  })

  it('keeps the refresh token where the network sends only new access', async () => {
    renewals.push({ secrets: { access: 'second' } })
    await after(97)
    expect(await secrets()).toEqual({ access: 'second', refresh: 'precious' })
  })
})

it('connecting again keeps a refresh token that the network sends but once', async () => {
  given = { access: 'again' }
  await owner.post('/channels', { connectorId: 'bistro', fields: {} })
  expect(await secrets()).toEqual({ access: 'again', refresh: 'precious' })
})
