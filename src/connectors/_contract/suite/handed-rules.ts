import { expect, test } from 'vitest'
import type { Connector } from '../connector.ts'
import { failure, openDesk, signIn, value } from './desk.ts'
import type { ContractKit } from './kit.ts'
import { badSpaces } from './manifest-rules.ts'
import { when } from './when.ts'

/** An account by hand: named by a person, with steps to follow in both languages, and no request to anybody. */
export function handedRules(connector: Connector, kit: ContractKit): void {
  const { connect } = connector
  const handedTo = (settings: Record<string, unknown>) => {
    const told = connector.handed?.({ settings })
    if (!told) throw new Error('write handed()')
    return told
  }

  test('the right fields name an account, and nobody is asked anything', async () => {
    const { tools, faults, connected } = await openDesk(connector, kit)
    expect(connected.account.remoteId).not.toBe('')
    expect(connected.displayName).not.toBe('')
    expect(value(await connect.check(tools, connected.account))).toEqual(connected)
    expect(faults.asked).toEqual([])
  })

  test('the same name is the same account', async () => {
    const { tools, account } = await openDesk(connector, kit)
    const again = value(await signIn(connector, kit, tools, kit.fields))
    expect(again.account.remoteId).toBe(account.remoteId)
  })

  when(Boolean(kit.wrongFields))('wrong fields are refused, and a person is told', async () => {
    const { tools } = await openDesk(connector, kit)
    const failed = failure(await signIn(connector, kit, tools, kit.wrongFields ?? {}))
    expect(failed.kind).toBe('rejected')
  })

  test('whatever was chosen, there is a stamp and something to do, as French is written', async () => {
    const kinds = connector.manifest.connect.fields.flatMap(({ choices }) => choices ?? [])
    for (const { value: kind } of kinds) {
      const { stamp, steps, called } = handedTo({ kind })
      expect(stamp.length, kind).toBeGreaterThan(0)
      expect(stamp.length, kind).toBeLessThan(3)
      expect(called.fr, kind).not.toBe('')
      expect(steps.length, kind).toBeGreaterThan(0)
      for (const { fr } of steps) expect(badSpaces(fr), fr).toEqual([])
    }
  })

  test('settings from another age still say what to do', () => {
    expect(handedTo({}).steps.length).toBeGreaterThan(0)
    expect(handedTo({ kind: 'gone', steps: 3 }).steps.length).toBeGreaterThan(0)
  })

  when(Boolean(kit.closedFields))('where nothing can be put any more, it says why', async () => {
    const { tools } = await openDesk(connector, kit)
    const { account } = value(await signIn(connector, kit, tools, kit.closedFields ?? {}))
    expect(badSpaces(handedTo(account.settings).closed?.fr ?? ' !')).toEqual([])
  })
}
