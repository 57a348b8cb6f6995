import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Origin } from '../model.ts'
import type { PublishingTables } from '../tables.ts'
import { wholePost } from './store.ts'

/** A post that stands on the calendar, and by which accounts. */
export interface StandingPost {
  id: string
  at: Date
  wallTime: string
  timeZone: string
  excerpt: string
  channelIds: string[]
  origin: Origin | null
  version: number
}

const EXCERPT = 140

/** Posts scheduled in `[from, to)`, in order, those that have left included. */
export async function standingPosts(
  db: Executor,
  companyId: string,
  { from, to }: { from: Date; to: Date },
): Promise<StandingPost[]> {
  const rows = await tablesOf<PublishingTables>(db)
    .selectFrom('posts')
    .select([
      'id',
      'scheduledAt',
      'wallTime',
      'timeZone',
      'origin',
      'version',
      sql<string>`left(text, ${EXCERPT})`.as('excerpt'),
      sql<string[]>`array(
        select channel_id from variants where variants.post_id = posts.id order by position)`.as(
        'channelIds',
      ),
    ])
    .where('companyId', '=', companyId)
    .where('state', '=', 'scheduled')
    .where('scheduledAt', '>=', from)
    .where('scheduledAt', '<', to)
    .orderBy('scheduledAt')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ scheduledAt: at, wallTime, timeZone, ...post }) =>
    at && wallTime && timeZone ? [{ ...post, at, wallTime, timeZone }] : [],
  )
}

/** By which accounts a post goes. @throws Problem when this company has no such post */
export async function channelsOfPost(
  db: Executor,
  companyId: string,
  id: string,
): Promise<string[]> {
  const { variants } = await wholePost(db, companyId, id)
  return variants.map(({ channelId }) => channelId)
}
