import { listChannels } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { PublishingTables } from '../tables.ts'
import type { CrisisTargets } from './api.ts'

/** The networks, accounts and campaigns of a company that can be held by themselves. */
export async function targetsOf(desk: Desk, companyId: string): Promise<CrisisTargets> {
  const channels = await listChannels(desk.db, companyId)
  const nameOf = (id: string) => desk.connectors.get(id)?.manifest.name ?? id
  const networks = new Set(channels.map(({ connectorId }) => connectorId))
  const campaigns = await tablesOf<PublishingTables>(desk.db)
    .selectFrom('campaigns')
    .select(['id as value', 'name as label'])
    .where('companyId', '=', companyId)
    .where('archivedAt', 'is', null)
    .orderBy('name')
    .execute()
  return {
    network: [...networks].map((value) => ({ value, label: nameOf(value) })),
    account: channels.map(({ id: value, connectorId, handle }) => ({
      value,
      label: `${nameOf(connectorId)} · ${handle}`,
    })),
    campaign: campaigns,
  }
}
