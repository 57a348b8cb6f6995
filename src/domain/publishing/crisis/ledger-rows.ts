import { sql, type SqlBool } from 'kysely'
import { findChannel } from '#domain/channels/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { DeliveryState } from '../model.ts'
import type { PublishingTables } from '../tables.ts'
import type { Leaving } from './covers.ts'

export interface LedgerRow extends Leaving {
  id: string
  state: DeliveryState
}

/** What is planned or leaving in a company; of one post, or only what a crisis holds, when asked. */
export async function ledgerRows(
  db: Executor,
  companyId: string,
  { postId, held = false }: { postId?: string; held?: boolean } = {},
): Promise<LedgerRow[]> {
  const rows = await tablesOf<PublishingTables>(db)
    .selectFrom('deliveries')
    .leftJoin('posts', 'posts.id', 'deliveries.postId')
    .select([
      'deliveries.id',
      'deliveries.state',
      'deliveries.postId',
      'deliveries.channelId',
      'posts.campaignId',
    ])
    .where('deliveries.companyId', '=', companyId)
    .$if(!held, (q) => q.where('deliveries.state', 'in', ['planned', 'handed', 'sending']))
    .$if(held, (q) => q.where(sql<SqlBool>`'crisis' = any (deliveries.holds)`))
    .$if(postId !== undefined, (q) => q.where('deliveries.postId', '=', postId ?? null))
    .execute()
  const networks = await networksOf(db, companyId, rows)
  return rows.map((row) => ({ ...row, connectorId: networks.get(row.channelId) ?? '' }))
}

async function networksOf(db: Executor, companyId: string, rows: { channelId: string }[]) {
  const networks = new Map<string, string>()
  for (const id of new Set(rows.map(({ channelId }) => channelId))) {
    const channel = await findChannel(db, companyId, id)
    if (channel) networks.set(id, channel.connectorId)
  }
  return networks
}

/** How many posts stand behind these rows. */
export const postsAmong = (rows: readonly Leaving[]): number =>
  new Set(rows.flatMap(({ postId }) => postId ?? [])).size
