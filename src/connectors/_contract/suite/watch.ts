import type { Connector, FetchInit, Tools } from '../connector.ts'
import { type Desk, openDesk } from './desk.ts'
import type { ContractKit } from './kit.ts'

/** A request as it left, for whoever checks what was asked. */
export interface Watched {
  url: URL
  init: FetchInit
}

/** A desk whose requests are all written down from the moment its account is connected. */
export async function watchedDesk(
  connector: Connector,
  kit: ContractKit,
): Promise<Desk & { sent: Watched[] }> {
  const desk = await openDesk(connector, kit)
  const sent: Watched[] = []
  const { fetch } = desk.tools
  const tools = {
    ...desk.tools,
    fetch: (address: string | URL, init: FetchInit = {}) => {
      sent.push({ url: new URL(address), init })
      return fetch(address, init)
    },
  }
  return { ...desk, tools, sent }
}

/** Tools that write down everything that is sent, as the network reads it. */
export function watched(tools: Tools) {
  const asked: { method: string; url: URL; body: unknown }[] = []
  const fetch: Tools['fetch'] = (address, init = {}) => {
    asked.push({ method: init.method ?? 'GET', url: new URL(address), body: init.body })
    return tools.fetch(address, init)
  }
  return { tools: { ...tools, fetch }, asked }
}
