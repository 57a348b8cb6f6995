import { expect, test } from 'vitest'
import type { Connector } from '../connector.ts'
import { type Desk, openDesk, value } from './desk.ts'
import type { ContractKit } from './kit.ts'
import { troubleRules } from './read-rules.ts'

/** People are found by how their handle begins, and only read: looking for them never shows. */
export function mentionRules(connector: Connector, kit: ContractKit): void {
  const { mention } = connector
  const { people } = kit
  if (!mention || !people) {
    test('contract.ts names somebody to look for', () => expect(people).toBeDefined())
    return
  }
  const search = (desk: Desk, q: string) => mention.search(desk.tools, desk.account, q)
  troubleRules(connector, kit, 'people', { read: (desk) => search(desk, people.begins) })

  test('somebody is found by how their handle begins, as it must be written in a post', async () => {
    const found = value(await search(await openDesk(connector, kit), people.begins))
    expect(found.map(({ handle }) => handle)).toContain(people.handle)
    const mentions = connector.text.spans(`Merci @${people.handle} !`)
    expect(mentions).toMatchObject([{ kind: 'mention', value: people.handle }])
  })

  test('nobody is no failure, and nobody was told', async () => {
    const desk = await openDesk(connector, kit)
    expect(value(await search(desk, 'zzzzzz'))).toEqual([])
    expect(desk.network.published?.() ?? []).toEqual([])
  })
}
