import { type Channel, listChannels } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import type { Text } from '#platform/text.ts'
import * as words from './sentences.ts'

export type FindAccount = (name: string) => { channel: Channel } | { wrong: Text }

/** Finds a company's accounts by what people call them: `atelier.morel`, `@morel`, or `network:@morel` where two are called so. */
export async function accountFinder(desk: Desk, companyId: string): Promise<FindAccount> {
  const channels = (await listChannels(desk.db, companyId)).filter(
    ({ state }) => state !== 'disconnected',
  )
  return (name) => {
    const found = channels.filter((channel) => isCalled(desk, channel, name))
    const [channel] = found
    if (!channel) return { wrong: words.unknownAccount(name) }
    return found.length > 1 ? { wrong: words.severalAccounts(name) } : { channel }
  }
}

function isCalled(desk: Desk, { connectorId, handle, displayName }: Channel, name: string) {
  const [, network, rest] = /^([^:@\s]+):(.+)$/.exec(name) ?? []
  const { name: called = '', plays = '' } = desk.connectors.get(connectorId)?.manifest ?? {}
  // Played for practice, a network is called by its own name too.
  const networks = [connectorId, called, plays].filter(Boolean)
  if (network && rest) {
    return networks.some((one) => same(one, network)) && same(handle, rest)
  }
  // A network alone will do where the company has one account on it.
  return [handle, displayName, ...networks].some((one) => same(one, name))
}

const bare = (name: string) => name.trim().replace(/^@/, '').toLowerCase()
const same = (a: string, b: string) => bare(a) === bare(b)
