import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { wallTimeOf } from '../posts/wall-time.ts'
import type { Campaign, PublishingTables } from '../tables.ts'
import type { CampaignSummary, CampaignView, CostView } from './api.ts'
import { postCounts, type PostCounts } from './post-counts.ts'
import { stageOf } from './stage.ts'
import { campaignOf, listCampaigns, spentOn } from './store.ts'

/** The company's campaigns with what was planned and spent, archived ones included. */
export async function readCampaigns(desk: Desk, companyId: string): Promise<CampaignSummary[]> {
  const campaigns = await listCampaigns(desk.db, companyId)
  const ids = campaigns.map(({ id }) => id)
  const today = await todayIn(desk, companyId)
  const [spent, counts] = await Promise.all([
    spentOn(desk.db, ids),
    postCounts(desk.db, companyId, ids),
  ])
  return campaigns.map((one) => summary(one, today, spent.get(one.id) ?? 0, counts.get(one.id)))
}

/** One campaign: its brief, its costs, its posts counted by state and by account. @throws Problem */
export async function readCampaign(
  desk: Desk,
  companyId: string,
  id: string,
): Promise<CampaignView> {
  const campaign = await campaignOf(desk.db, companyId, id)
  const counts = (await postCounts(desk.db, companyId, [id])).get(id)
  const costs = await costsOf(desk, id)
  // In hundredths, so that cents add up as on paper.
  const spent = costs.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0) / 100
  const { audience, message, tone, channelIds, utm, createdBy, updatedBy } = campaign
  return {
    ...summary(campaign, await todayIn(desk, companyId), spent, counts),
    audience,
    message,
    tone,
    channelIds,
    utm,
    costs,
    createdBy,
    updatedBy,
    byAccount: [...(counts?.byAccount ?? [])]
      .map(([channelId, posts]) => ({ channelId, posts }))
      .sort((a, b) => b.posts - a.posts),
    createdAt: campaign.createdAt.toISOString(),
    updatedAt: campaign.updatedAt.toISOString(),
  }
}

function summary(
  campaign: Campaign,
  today: string,
  spent: number,
  counts: PostCounts | undefined,
): CampaignSummary {
  const { id, name, shape, letter, objective, startsOn, endsOn, budget, currency } = campaign
  return {
    id,
    name,
    shape,
    letter,
    objective,
    startsOn,
    endsOn,
    budget,
    currency,
    spent,
    stage: stageOf(campaign, today),
    posts: counts?.byStatus ?? {},
  }
}

async function costsOf(desk: Desk, campaignId: string): Promise<CostView[]> {
  const rows = await tablesOf<PublishingTables>(desk.db)
    .selectFrom('campaignCosts')
    .select(['id', 'day', 'what', 'amount', 'createdBy as by'])
    .where('campaignId', '=', campaignId)
    .orderBy('day')
    .orderBy('createdAt')
    .execute()
  return rows
}

async function todayIn(desk: Desk, companyId: string): Promise<string> {
  const { timeZone } = await companyOf(desk.db, companyId)
  return wallTimeOf(desk.clock.now(), timeZone).slice(0, 10)
}
