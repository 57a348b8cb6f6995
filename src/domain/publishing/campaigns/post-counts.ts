import { sql } from 'kysely'
import type { Executor } from '#platform/db/database.ts'
import { type PostState, type Progress, statusOf } from '../model.ts'

export interface PostCounts {
  /** By status; deleted posts are left out. */
  byStatus: Record<string, number>
  /** By account. */
  byAccount: Map<string, number>
}

/** How many posts campaigns have, in one query whatever their number. @returns by campaign */
export async function postCounts(
  db: Executor,
  companyId: string,
  campaignIds: readonly string[],
): Promise<Map<string, PostCounts>> {
  const { rows } = await sql<Row>`
    select posts.campaign_id, posts.state,
      array(select channel_id from variants where variants.post_id = posts.id) as channel_ids,
      (select coalesce(json_agg(json_build_object('state', d.state, 'tries', d.tries, 'holds', d.holds)), '[]')
        from deliveries d where d.post_id = posts.id) as deliveries
    from posts
    where posts.company_id = ${companyId} and posts.state <> 'cancelled'
      and posts.campaign_id = any (${[...campaignIds]}::uuid[])`.execute(db)
  const counts = new Map<string, PostCounts>()
  for (const row of rows) {
    const status = statusOf(row.state, row.deliveries)
    if (status === 'cancelled') continue
    const known: PostCounts = counts.get(row.campaignId) ?? { byStatus: {}, byAccount: new Map() }
    known.byStatus[status] = (known.byStatus[status] ?? 0) + 1
    for (const channelId of row.channelIds)
      known.byAccount.set(channelId, (known.byAccount.get(channelId) ?? 0) + 1)
    counts.set(row.campaignId, known)
  }
  return counts
}

interface Row {
  campaignId: string
  state: PostState
  channelIds: string[]
  deliveries: Progress[]
}
