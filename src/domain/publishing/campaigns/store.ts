import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Campaign, PublishingTables } from '../tables.ts'

/** @returns the campaign of this company, put away or not */
export async function findCampaign(
  db: Executor,
  companyId: string,
  id: string,
): Promise<Campaign | undefined> {
  return campaigns(db, companyId).where('id', '=', id).executeTakeFirst()
}

/** @throws Problem when this company has no such campaign */
export async function campaignOf(db: Executor, companyId: string, id: string): Promise<Campaign> {
  const campaign = await findCampaign(db, companyId, id)
  if (!campaign) throw new Problem(notFound)
  return campaign
}

/** The company's campaigns, those that start last first; without a start, as when they were made. */
export async function listCampaigns(db: Executor, companyId: string): Promise<Campaign[]> {
  const rows = await campaigns(db, companyId).orderBy('createdAt', 'desc').execute()
  const start = ({ startsOn, createdAt }: Campaign) =>
    startsOn ?? createdAt.toISOString().slice(0, 10)
  return rows.sort((a, b) => (start(a) < start(b) ? 1 : start(a) > start(b) ? -1 : 0))
}

const campaigns = (db: Executor, companyId: string) =>
  tablesOf<PublishingTables>(db)
    .selectFrom('campaigns')
    .selectAll()
    .where('companyId', '=', companyId)

/** What the costs entered so far add up to, by campaign. */
export async function spentOn(db: Executor, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await tablesOf<PublishingTables>(db)
    .selectFrom('campaignCosts')
    .select((eb) => ['campaignId', eb.fn.sum<number>('amount').as('spent')])
    .where('campaignId', 'in', [...ids])
    .groupBy('campaignId')
    .execute()
  return new Map(rows.map(({ campaignId, spent }) => [campaignId, spent]))
}
