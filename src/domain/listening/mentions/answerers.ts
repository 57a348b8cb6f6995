import { listChannels } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import type { MentionView } from '../api.ts'

/**
 * Through which of the company's accounts a mention can be answered, by network. A network that is not there cannot be
 * answered from the desk at all; one with no account waits for one to be connected.
 */
export async function answerers(
  desk: Desk,
  companyId: string,
): Promise<Map<string, NonNullable<MentionView['answer']>>> {
  const connected = (await listChannels(desk.db, companyId)).filter(
    ({ state }) => state === 'connected',
  )
  return new Map(
    [...desk.connectors.values()]
      .filter(({ inbox, publish }) => inbox?.find && publish)
      .map(({ manifest: { id: network } }) => {
        const accounts = connected.filter(({ connectorId }) => connectorId === network)
        return [network, { accounts: accounts.map(({ id, handle }) => ({ id, handle })) }]
      }),
  )
}
