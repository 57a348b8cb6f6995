import { type SqlBool, sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { Hold } from '../model.ts'
import type { PublishingTables } from '../tables.ts'
import { DELIVERIES_WORK, giveUpAfter } from './ledger.ts'

/** Which deliveries of a company: those of a post, of accounts, of a campaign, those named, or all. */
export interface Which {
  companyId: string
  postId?: string
  channelIds?: readonly string[]
  campaignId?: string
  deliveryIds?: readonly string[]
}

/**
 * Holds back what has not left: it stays, whatever its hour, until the hold is lifted. Once the transaction is
 * committed nothing of it leaves any more; what a worker holds at this moment is under way and is not stopped. What
 * was handed to a person is taken back, and handed over again once nothing holds it.
 * @returns ids of the posts that are held by it now and were not before
 */
export async function putHold(
  trx: Executor,
  which: Which,
  hold: Hold,
  now: Date,
): Promise<string[]> {
  const rows = await tablesOf<PublishingTables>(trx)
    .updateTable('deliveries')
    .set({
      state: 'planned',
      holds: sql<Hold[]>`array_append(holds, ${hold})`,
      updatedAt: now,
    })
    .where(these(which))
    .where('state', 'in', ['planned', 'handed'])
    .where('mustConfirm', '=', false)
    .where(sql<SqlBool>`not ${hold} = any (holds)`)
    .returning('postId')
    .execute()
  return tell(trx, which.companyId, rows)
}

/**
 * Takes a hold off. What nothing else holds leaves at its hour, or at once when that is past: replace the hold by
 * `ask` where that would surprise somebody.
 * @param instead another hold that takes its place
 * @returns ids of the posts it was taken off
 */
export async function liftHold(
  trx: Executor,
  which: Which,
  hold: Hold,
  now: Date,
  instead?: Hold,
): Promise<string[]> {
  const left = sql<Hold[]>`array_remove(holds, ${hold})`
  const rows = await tablesOf<PublishingTables>(trx)
    .updateTable('deliveries')
    .set({
      holds: instead
        ? sql<Hold[]>`array_append(array_remove(${left}, ${instead}), ${instead})`
        : left,
      // Somebody lets it go now: that is not the desk coming late, and its day begins anew.
      ...(instead
        ? {}
        : {
            dueAt: sql<Date>`greatest(due_at, ${now}::timestamptz)`,
            giveUpAt: sql<Date>`greatest(give_up_at, ${giveUpAfter(now)}::timestamptz)`,
          }),
      updatedAt: now,
    })
    .where(these(which))
    .where(sql<SqlBool>`${hold} = any (holds)`)
    .returning('postId')
    .execute()
  await wake(trx, DELIVERIES_WORK)
  return tell(trx, which.companyId, rows)
}

function these({ companyId, postId, channelIds, campaignId, deliveryIds }: Which) {
  const conditions = [sql<SqlBool>`deliveries.company_id = ${companyId}`]
  if (postId) conditions.push(sql`deliveries.post_id = ${postId}`)
  if (channelIds) conditions.push(sql`deliveries.channel_id = any (${[...channelIds]}::uuid[])`)
  if (campaignId) {
    conditions.push(
      sql`deliveries.post_id in (select id from posts where campaign_id = ${campaignId})`,
    )
  }
  if (deliveryIds) conditions.push(sql`deliveries.id = any (${[...deliveryIds]}::uuid[])`)
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`
}

async function tell(trx: Executor, companyId: string, rows: { postId: string | null }[]) {
  const posts = [...new Set(rows.flatMap(({ postId }) => postId ?? []))]
  for (const postId of posts) await emit(trx, companyId, 'post.changed', { postId })
  return posts
}
