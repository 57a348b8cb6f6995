import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { audit, type AuditAction } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Author } from '../posts/draft-post.ts'
import type { PublishingTables } from '../tables.ts'
import type { costInput } from './api.ts'
import { campaignOf } from './store.ts'

/** Enters what was spent on a campaign. @throws Problem when there is no such campaign */
export async function enterCost(
  desk: Desk,
  author: Author,
  campaignId: string,
  id: string,
  cost: z.output<typeof costInput>,
): Promise<void> {
  const { companyId } = author
  const createdAt = desk.clock.now()
  await desk.db.transaction().execute(async (trx: Executor) => {
    await campaignOf(trx, companyId, campaignId)
    await tablesOf<PublishingTables>(trx)
      .insertInto('campaignCosts')
      .values({ ...cost, id, companyId, campaignId, createdBy: author.name, createdAt })
      .onConflict((c) => c.column('id').doNothing())
      .execute()
    await tell(trx, desk, author, campaignId, 'campaign.cost_entered', cost.amount)
  })
}

/** Strikes a cost out. @throws Problem when this campaign has no such cost */
export async function strikeCost(
  desk: Desk,
  author: Author,
  campaignId: string,
  id: string,
): Promise<void> {
  await desk.db.transaction().execute(async (trx: Executor) => {
    const struck = await tablesOf<PublishingTables>(trx)
      .deleteFrom('campaignCosts')
      .where('companyId', '=', author.companyId)
      .where('campaignId', '=', campaignId)
      .where('id', '=', id)
      .returning('amount')
      .executeTakeFirst()
    if (!struck) throw new Problem(notFound)
    await tell(trx, desk, author, campaignId, 'campaign.cost_struck', struck.amount)
  })
}

async function tell(
  trx: Executor,
  desk: Desk,
  { companyId, id: actor }: Author,
  campaignId: string,
  action: AuditAction,
  amount: number,
): Promise<void> {
  const subject = `campaign:${campaignId}`
  await audit(trx, { companyId, at: desk.clock.now(), actor, action, subject, detail: { amount } })
  await emit(trx, companyId, 'campaign.changed', { campaignId })
}
