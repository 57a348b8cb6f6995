import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Channel } from './model.ts'
import type { ChannelsTables } from './tables.ts'

/** A channel of this company, disconnected ones too; undefined when there is none. */
export async function findChannel(
  db: Executor,
  companyId: string,
  id: string,
): Promise<Channel | undefined> {
  return tablesOf<ChannelsTables>(db)
    .selectFrom('channels')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** A channel by its id alone, for what strangers ask of this desk; undefined when there is none, or it was disconnected. */
export async function findChannelById(db: Executor, id: string): Promise<Channel | undefined> {
  return tablesOf<ChannelsTables>(db)
    .selectFrom('channels')
    .selectAll()
    .where('id', '=', id)
    .where('state', '!=', 'disconnected')
    .executeTakeFirst()
}

/** The account by which a network knows it, unless it was disconnected. */
export async function findChannelByRemote(
  db: Executor,
  { companyId, connectorId, remoteId }: Pick<Channel, 'companyId' | 'connectorId' | 'remoteId'>,
): Promise<Channel | undefined> {
  return tablesOf<ChannelsTables>(db)
    .selectFrom('channels')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('connectorId', '=', connectorId)
    .where('remoteId', '=', remoteId)
    .where('state', '!=', 'disconnected')
    .executeTakeFirst()
}

/** The company's channels that are not disconnected, oldest first. */
export async function listChannels(db: Executor, companyId: string): Promise<Channel[]> {
  return tablesOf<ChannelsTables>(db)
    .selectFrom('channels')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('state', '!=', 'disconnected')
    .orderBy('createdAt')
    .execute()
}

/** Every account that serves a site, of whatever company, disconnected ones too: what was said there is still kept. */
export async function listSites({
  db,
  connectors,
}: Pick<Desk, 'db' | 'connectors'>): Promise<Channel[]> {
  const ids = [...connectors.values()].flatMap(({ site, manifest }) => (site ? [manifest.id] : []))
  if (ids.length === 0) return []
  return tablesOf<ChannelsTables>(db)
    .selectFrom('channels')
    .selectAll()
    .where('connectorId', 'in', ids)
    .execute()
}

/** The ids of all accounts ever connected at a network, of whatever company; for what is due to the network itself. */
export async function channelsOfNetwork(db: Executor, connectorId: string): Promise<string[]> {
  const rows = await tablesOf<ChannelsTables>(db)
    .selectFrom('channels')
    .select('id')
    .where('connectorId', '=', connectorId)
    .execute()
  return rows.map(({ id }) => id)
}
