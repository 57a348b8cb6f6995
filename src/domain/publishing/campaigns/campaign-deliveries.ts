import { type Executor, tablesOf } from '#platform/db/database.ts'
import { factsOf, type PublishedDelivery } from '../deliveries/doors.ts'
import type { PublishingTables } from '../tables.ts'
import { campaignOf } from './store.ts'

/** What has left of a campaign, oldest first. @throws Problem when this company has no such campaign */
export async function campaignDeliveries(
  db: Executor,
  companyId: string,
  campaignId: string,
): Promise<PublishedDelivery[]> {
  await campaignOf(db, companyId, campaignId)
  const rows = await tablesOf<PublishingTables>(db)
    .selectFrom('deliveries')
    .innerJoin('posts', 'posts.id', 'deliveries.postId')
    .selectAll('deliveries')
    .where('posts.companyId', '=', companyId)
    .where('posts.campaignId', '=', campaignId)
    .where('deliveries.state', '=', 'published')
    .orderBy('deliveries.publishedAt')
    .execute()
  return rows.flatMap((row) =>
    row.publishedAt ? [{ ...factsOf(row, 'en'), publishedAt: row.publishedAt }] : [],
  )
}
