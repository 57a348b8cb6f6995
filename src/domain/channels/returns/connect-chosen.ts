import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { keepChannelIn, type Who } from '../connect-account.ts'
import { nothingChosen } from '../errors.ts'
import type { Channel } from '../model.ts'
import type { ChannelsTables } from '../tables.ts'
import { accountsIn, connectedIds, findReturn } from './read-return.ts'

/**
 * Connects the accounts that a person ticked, and renews those that were connected before, whether ticked or not.
 * All of them or none, and once: the access of the others is forgotten.
 * @throws Problem when none is chosen, or the time to choose is over
 */
export async function connectChosen(
  desk: Desk,
  who: Who,
  returnId: string,
  remoteIds: readonly string[],
): Promise<Channel[]> {
  return tablesOf<ChannelsTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const row = await findReturn(desk, trx, who, returnId)
      const before = await connectedIds(trx, row)
      const chosen = accountsIn(desk, row).filter(
        ({ account: { remoteId } }) => remoteIds.includes(remoteId) || before.has(remoteId),
      )
      if (chosen.length === 0) throw new Problem(nothingChosen)
      await trx.deleteFrom('connectReturns').where('id', '=', returnId).execute()
      const channels: Channel[] = []
      for (const connected of chosen) {
        channels.push(await keepChannelIn(desk, trx, who, row.connectorId, connected))
      }
      return channels
    })
}
