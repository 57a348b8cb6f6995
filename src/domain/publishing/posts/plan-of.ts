import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { type DeliveryState, type PostState, statusOf } from '../model.ts'
import type { PostStatus } from './api.ts'
import type { PublishingTables } from '../tables.ts'

/** A post as a plan shows it outside the desk. */
export interface PlannedPost {
  id: string
  state: PostState
  status: PostStatus
  text: string
  firstComment: string
  labels: string[]
  about: 'us' | 'customer' | null
  campaign: string | null
  scheduledAt: Date | null
  wallTime: string | null
  timeZone: string | null
  updatedAt: Date
  pictures: { fileName: string; alt: string }[]
  accounts: {
    channelId: string
    text: string | null
    state: DeliveryState | null
    url: string | null
  }[]
}

/** Posts of a range, oldest first; those taken off left out. @param channelId of one account only */
export async function planOf(
  db: Executor,
  companyId: string,
  { from, to, channelId }: { from: Date; to: Date; channelId?: string | undefined },
): Promise<PlannedPost[]> {
  let query = tablesOf<PublishingTables>(db)
    .selectFrom('posts')
    .leftJoin('campaigns', 'campaigns.id', 'posts.campaignId')
    .select([
      'posts.id',
      'posts.state',
      'posts.text',
      'posts.firstComment',
      'posts.labels',
      'posts.about',
      'campaigns.name as campaign',
      'posts.scheduledAt',
      'posts.wallTime',
      'posts.timeZone',
      'posts.updatedAt',
      sql<PlannedPost['pictures']>`(
        select coalesce(json_agg(json_build_object('fileName', file_name, 'alt', alt)), '[]')
        from media where media.company_id = posts.company_id and media.id = any (posts.media_ids))`.as(
        'pictures',
      ),
      sql<(PlannedPost['accounts'][number] & Held)[]>`(
        select coalesce(json_agg(json_build_object(
          'channelId', v.channel_id, 'text', v.text, 'state', d.state, 'url', d.remote_url,
          'tries', d.tries, 'holds', d.holds) order by v.position), '[]')
        from variants v
        left join deliveries d on d.post_id = v.post_id and d.channel_id = v.channel_id and d.part = 0
        where v.post_id = posts.id)`.as('accounts'),
    ])
    .where('posts.companyId', '=', companyId)
    .where('posts.state', '=', 'scheduled')
    .where('posts.scheduledAt', '>=', from)
    .where('posts.scheduledAt', '<', to)
    .orderBy('posts.scheduledAt')
    .orderBy('posts.id')
  if (channelId) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('variants')
          .select('variants.postId')
          .whereRef('variants.postId', '=', 'posts.id')
          .where('variants.channelId', '=', channelId),
      ),
    )
  }
  return (await query.execute()).map((row) => ({
    ...row,
    status: statusOf(
      row.state,
      row.accounts.flatMap(({ state, tries, holds }) => (state ? [{ state, tries, holds }] : [])),
    ),
    accounts: row.accounts.map(({ channelId: id, text, state, url }) => ({
      channelId: id,
      text,
      state,
      url,
    })),
  }))
}

interface Held {
  tries: number
  holds: ('approval' | 'crisis' | 'ask')[]
}

/** Which of these origins have a post already, taken off or not. @returns their ids */
export async function knownOrigins(
  db: Executor,
  companyId: string,
  kind: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tablesOf<PublishingTables>(db)
    .selectFrom('posts')
    .select(sql<string>`origin ->> 'id'`.as('id'))
    .where('companyId', '=', companyId)
    .where('state', '!=', 'cancelled')
    .where(sql<boolean>`origin ->> 'kind' = ${kind}`)
    .where(sql<boolean>`origin ->> 'id' = any (${[...ids]})`)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Ids of the company's campaigns by name. */
export async function campaignIds(db: Executor, companyId: string): Promise<Map<string, string>> {
  const rows = await tablesOf<PublishingTables>(db)
    .selectFrom('campaigns')
    .select(['id', 'name'])
    .where('companyId', '=', companyId)
    .execute()
  return new Map(rows.map(({ id, name }) => [name, id]))
}

/** Ids of the library's pictures by file name; of two with one name, the latest. */
export async function pictureIds(
  db: Executor,
  companyId: string,
  names: readonly string[],
): Promise<Map<string, string>> {
  if (names.length === 0) return new Map()
  const rows = await tablesOf<PublishingTables>(db)
    .selectFrom('media')
    .select(['id', 'fileName'])
    .where('companyId', '=', companyId)
    .where('fileName', 'in', [...new Set(names)])
    .orderBy('createdAt')
    .execute()
  return new Map(rows.map(({ id, fileName }) => [fileName, id]))
}
