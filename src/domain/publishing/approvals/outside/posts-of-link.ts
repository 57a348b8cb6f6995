import { type SqlBool, sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { wholePost, type WholePost } from '../../posts/store.ts'
import type { PublishingTables } from '../../tables.ts'
import type { ReviewLink } from '../tables.ts'

const MOST = 60

/** What a link opens: its post, or those of its campaign or month that have a date; soonest first. */
export async function postsOfLink(db: Executor, link: ReviewLink): Promise<WholePost[]> {
  const rows = await within(db, link).limit(MOST).execute()
  return Promise.all(rows.map(({ id }) => wholePost(db, link.companyId, id)))
}

/** One of them. @throws Problem when the link does not open it */
export async function postOfLink(
  db: Executor,
  link: ReviewLink,
  postId: string,
): Promise<WholePost> {
  const found = await within(db, link).where('posts.id', '=', postId).executeTakeFirst()
  if (!found) throw new Problem(notFound)
  return wholePost(db, link.companyId, postId)
}

function within(db: Executor, { companyId, postId, campaignId, month }: ReviewLink) {
  const query = tablesOf<PublishingTables>(db)
    .selectFrom('posts')
    .select('posts.id')
    .where('posts.companyId', '=', companyId)
    .where('posts.state', '!=', 'cancelled')
    .orderBy('posts.scheduledAt')
    .orderBy('posts.id')
  if (postId) return query.where('posts.id', '=', postId)
  const dated = query.where('posts.state', '=', 'scheduled')
  if (campaignId) return dated.where('posts.campaignId', '=', campaignId)
  // The wall time as it was meant: a month is the month its calendar shows.
  return dated.where(sql<SqlBool>`left(posts.wall_time, 7) = ${month}`)
}
