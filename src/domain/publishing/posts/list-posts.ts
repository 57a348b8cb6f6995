import { type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { PostSummary, postsQuery } from './api.ts'
import { thumbnailUrl } from '../media/present-media.ts'
import { type Progress, statusOf } from '../model.ts'
import type { PublishingTables } from '../tables.ts'

const EXCERPT = 140
/** More than any month should hold; a month of three thousand posts is measured by bench/calendar. */
const MOST = 5000

/**
 * Posts as a calendar lists them: those of a range of time, or else drafts and what asks for attention. One query,
 * whatever the number. Deleted posts are listed only when their status is asked for.
 */
export async function listPosts(
  db: Executor,
  companyId: string,
  asked: z.output<typeof postsQuery>,
): Promise<PostSummary[]> {
  const { status: wanted, channelId, campaignId, label } = asked
  let query = skeleton(db, companyId).where(within(asked)).limit(MOST)
  if (!wanted?.includes('cancelled')) query = query.where('posts.state', '!=', 'cancelled')
  if (channelId) query = query.where(by(channelId))
  if (campaignId) query = query.where('posts.campaignId', '=', campaignId)
  if (label) query = query.where(sql<SqlBool>`${label} = any (posts.labels)`)
  const rows = await query.execute()
  return rows
    .map((row) => present(companyId, row))
    .filter(({ status }) => !wanted || wanted.includes(status))
}

function skeleton(db: Executor, companyId: string) {
  return tablesOf<PublishingTables>(db)
    .selectFrom('posts')
    .select([
      'posts.id',
      'posts.state',
      'posts.scheduledAt',
      'posts.wallTime',
      'posts.timeZone',
      'posts.version',
      'posts.updatedAt',
      'posts.labels',
      'posts.campaignId',
      sql<string>`left(posts.text, ${EXCERPT})`.as('excerpt'),
      sql<string | null>`posts.media_ids[1]`.as('mediaId'),
      sql<VariantFacts>`(
        select coalesce(json_agg(json_build_object(
          'channelId', channel_id, 'text', left(variants.text, ${EXCERPT}), 'mediaId', variants.media_ids[1]
        ) order by position), '[]') from variants where variants.post_id = posts.id)`.as(
        'variants',
      ),
      sql<Progress[]>`(
        select coalesce(json_agg(json_build_object(
          'state', deliveries.state, 'tries', tries, 'holds', holds, 'id', deliveries.id, 'afterId', after_id
        )), '[]')
        from deliveries where deliveries.post_id = posts.id)`.as('deliveries'),
    ])
    .where('posts.companyId', '=', companyId)
    .orderBy(sql`posts.scheduled_at nulls last`)
    .orderBy('posts.updatedAt', 'desc')
}

type VariantFacts = { channelId: string; text: string | null; mediaId: string | null }[]
type Row = Awaited<ReturnType<ReturnType<typeof skeleton>['execute']>>[number]

function within({ from, to, status, campaignId, label }: z.output<typeof postsQuery>) {
  if (from && to) {
    return sql<SqlBool>`posts.scheduled_at >= ${new Date(from)} and posts.scheduled_at < ${new Date(to)}`
  }
  if (status || campaignId || label) return sql<SqlBool>`true`
  return sql<SqlBool>`(posts.state = 'draft' or exists (
    select from deliveries where deliveries.post_id = posts.id and deliveries.state in ('failed', 'unknown')))`
}

const by = (channelId: string) =>
  sql<SqlBool>`exists (select from variants where variants.post_id = posts.id and variants.channel_id = ${channelId})`

function present(companyId: string, row: Row): PostSummary {
  const { variants } = row
  const mediaId = row.mediaId ?? variants.find((variant) => variant.mediaId)?.mediaId
  return {
    id: row.id,
    status: statusOf(row.state, row.deliveries),
    excerpt: row.excerpt || (variants.find((variant) => variant.text)?.text ?? ''),
    thumbnailUrl: mediaId ? thumbnailUrl({ id: mediaId, companyId, posterSha256: null }) : null,
    channelIds: variants.map(({ channelId }) => channelId),
    labels: row.labels,
    campaignId: row.campaignId,
    scheduledAt: row.scheduledAt?.toISOString() ?? null,
    wallTime: row.wallTime,
    timeZone: row.timeZone,
    version: row.version,
    updatedAt: row.updatedAt.toISOString(),
  }
}
