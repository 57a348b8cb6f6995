import { expect, test } from 'vitest'
import type { Connector } from '../connector.ts'
import { failure, openDesk, signIn, value } from './desk.ts'
import type { ContractKit } from './kit.ts'
import { when } from './when.ts'

const REDIRECT = 'https://vigie.example/api/connect/callback'

/** An account connects, is checked and let go; wrong credentials are a failure that says so. */
export function connectRules(connector: Connector, kit: ContractKit): void {
  const { connect } = connector

  test('the right fields connect an account', async () => {
    const { connected } = await openDesk(connector, kit)
    expect(connected.account.remoteId).not.toBe('')
    expect(connected.account.handle).not.toBe('')
    expect(connected.displayName).not.toBe('')
    expect(URL.canParse(connected.profileUrl)).toBe(true)
  })

  test('no secret is among the settings, in a log or in the words of a failure', async () => {
    const { tools, account, logged, faults } = await openDesk(connector, kit)
    faults.next(() => true, { answer: new Response('', { status: 500 }) })
    const failed = failure(await connect.check(tools, account))
    const shown = JSON.stringify([account.settings, logged, failed])
    for (const secret of Object.values(account.secrets)) {
      if (secret.length > 3) expect(shown).not.toContain(secret)
    }
  })

  when(Boolean(kit.wrongFields))('wrong fields are refused, and a person is told', async () => {
    const { tools } = await openDesk(connector, kit)
    const failed = failure(await signIn(connector, kit, tools, kit.wrongFields ?? {}))
    expect(['auth', 'rejected']).toContain(failed.kind)
  })

  test('a network that is down does not make the credentials wrong', async () => {
    const { tools, faults } = await openDesk(connector, kit)
    faults.next(() => true, { answer: new Response('', { status: 502 }) })
    const failed = failure(await signIn(connector, kit, tools, kit.fields))
    expect(failed.kind).toBe('transient')
  })

  test('the check recognises the account, and 401 as an access that ended', async () => {
    const { tools, account, faults } = await openDesk(connector, kit)
    expect(value(await connect.check(tools, account)).account.remoteId).toBe(account.remoteId)
    faults.next(() => true, { answer: new Response('{}', { status: 401 }) })
    expect(failure(await connect.check(tools, account)).kind).toBe('auth')
  })

  when(Boolean(connect.explain))('access that was given is not told as a refusal', async () => {
    const { tools } = await openDesk(connector, kit)
    const begun = await connect.begin?.(tools, kit.fields, REDIRECT, 'our-state')
    const back = begun && kit.allow?.(value(begun).url)
    expect(back && connect.explain?.(back, REDIRECT)).toBeNull()
  })

  when(Boolean(connect.examine))('an account in order is found in order', async () => {
    const { tools, account } = await openDesk(connector, kit)
    const found = await connect.examine?.(tools, account)
    const findings = found ? value(found) : []
    expect(findings.length).toBeGreaterThan(0)
    expect(findings.filter(({ ok }) => !ok)).toEqual([])
  })

  when(Boolean(connect.refresh))('renewed secrets open the account again', async () => {
    const { tools, account } = await openDesk(connector, kit)
    const renewed = await connect.refresh?.(tools, account)
    if (!renewed) return
    const fresh = { ...account, secrets: value(renewed).secrets }
    expect(value(await connect.check(tools, fresh)).account.remoteId).toBe(account.remoteId)
  })

  when(Boolean(connect.revoke))('an account is let go, and once more without harm', async () => {
    const { tools, account } = await openDesk(connector, kit)
    for (const _ of ['first', 'again']) {
      expect(await connect.revoke?.(tools, account)).toMatchObject({ ok: true })
    }
  })
}
