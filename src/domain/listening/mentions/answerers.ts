import { listChannels } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import type { MentionView } from './api.ts'

type Answer = NonNullable<MentionView['answer']>

/**
 * Through which of the company's accounts mentions of a network can be answered; null where the desk cannot answer there at
 * all, and no account where one would have to be connected.
 * @returns a question: of that network, what one of our accounts received, or what was found elsewhere
 */
export async function answerers(
  desk: Desk,
  companyId: string,
): Promise<(network: string, received: boolean) => Answer | null> {
  const connected = (await listChannels(desk.db, companyId)).filter(
    ({ state }) => state === 'connected',
  )
  return (network, received) => {
    const { inbox, publish } = desk.connectors.get(network) ?? {}
    // What was received has its conversation already: nothing is to be found.
    if (!publish || !(received ? inbox : inbox?.find)) return null
    const accounts = connected.filter(({ connectorId }) => connectorId === network)
    return { accounts: accounts.map(({ id, handle }) => ({ id, handle })) }
  }
}
