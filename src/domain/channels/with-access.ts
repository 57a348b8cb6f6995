import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { failed, type Outcome } from '#connectors/_contract/failure.ts'
import type { Desk } from '#domain/desk.ts'
import { accountOf } from './account.ts'
import type { Channel } from './model.ts'
import { renewAccess } from './renew-access.ts'
import { toolsFor } from './tools.ts'

/**
 * Asks a network something in an account's name. When it no longer takes our access, that is renewed once, by one
 * worker at a time, and the question asked again: a request refused for its access did nothing.
 * @param onRenewed told when that happened
 * @returns `auth` only when a person must connect the account again; that nobody could renew it for the moment
 *   (the network is down, another worker is at it) is `transient`; `rejected` when the keys of the company's app are
 *   missing: the network is not asked then
 */
export async function withAccess<T>(
  desk: Desk,
  channel: Channel,
  question: (account: Account, tools: Tools) => Promise<Outcome<T>>,
  onRenewed: () => void = () => {},
): Promise<Outcome<T>> {
  const tools = await toolsFor(desk, channel)
  if (!tools.ok) return tools
  const first = await question(accountOf(desk, channel), tools.value)
  if (first.ok || first.failure.kind !== 'auth') return first
  const renewed = await renewAccess(desk, channel)
  if (renewed === 'impossible') return first
  if (!renewed.ok) return failed(renewed.failure)
  onRenewed()
  return question(accountOf(desk, renewed.value), tools.value)
}
