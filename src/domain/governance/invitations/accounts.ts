import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { GovernanceTables } from '../tables.ts'

/** The accounts an invitation is limited to; null: all. */
export async function accountsOf(
  db: Executor,
  { id, allChannels }: { id: string; allChannels: boolean },
): Promise<string[] | null> {
  if (allChannels) return null
  const rows = await tablesOf<GovernanceTables>(db)
    .selectFrom('invitationChannels')
    .select('channelId')
    .where('invitationId', '=', id)
    .execute()
  return rows.map(({ channelId }) => channelId)
}
