import { expect, test } from 'vitest'
import type { Connector } from '../connector.ts'
import { type Desk, failure, openDesk, value } from './desk.ts'
import type { ContractKit } from './kit.ts'
import { sinceRules, troubleRules } from './read-rules.ts'

/** What appears at a source is found, once, in order. */
export function listenRules(connector: Connector, kit: ContractKit): void {
  const { listen, manifest } = connector
  if (!listen) return
  const isOpen = manifest.connect.method === 'none'
  const read = (desk: Desk, cursor: string | null) =>
    listen.read(desk.tools, isOpen ? null : desk.account, kit.source ?? {}, cursor)
  const appear = (desk: Desk, words: string) => void desk.network.appear?.(words)

  sinceRules(connector, kit, 'finds', read, appear)
  // What needs no account has none to lose; and what was never read may be no source at all.
  const closed = isOpen ? ['401', 'words that make no sense'] : []
  troubleRules(connector, kit, 'a source', { read: (desk) => read(desk, null) }, closed)

  test('each find has an address and a time', async () => {
    const desk = await openDesk(connector, kit)
    appear(desk, 'La menuiserie ouvre')
    const [found] = value(await read(desk, null)).items
    expect(found && 'url' in found && URL.canParse(String(found.url))).toBe(true)
  })

  test('a source that says nothing of what to look for is refused with a sentence', async () => {
    const desk = await openDesk(connector, kit)
    const account = isOpen ? null : desk.account
    const failed = failure(await listen.read(desk.tools, account, {}, null))
    expect(failed.kind).toBe('rejected')
  })
}
