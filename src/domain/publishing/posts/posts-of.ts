import type { Executor } from '#platform/db/database.ts'
import { tablesOf } from '#platform/db/database.ts'
import { type DeliveryFacts, factsOf } from '../deliveries/doors.ts'
import type { PostState } from '../model.ts'
import type { PublishingTables } from '../tables.ts'
import { deliveriesOfPosts } from './store.ts'

/** A post as the other modules see it. */
export interface PostFacts {
  id: string
  state: PostState
  text: string
  campaign: string | null
  scheduledAt: Date | null
  version: number
  /** One by each account: what follows a post is part of it. */
  deliveries: DeliveryFacts[]
}

/** Those of the ids that are posts of this company. */
export async function postsOf(
  db: Executor,
  companyId: string,
  ids: readonly string[],
): Promise<PostFacts[]> {
  if (ids.length === 0) return []
  const posts = await tablesOf<PublishingTables>(db)
    .selectFrom('posts')
    .select(['id', 'state', 'text', 'campaign', 'scheduledAt', 'version'])
    .where('companyId', '=', companyId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const deliveries = await deliveriesOfPosts(
    db,
    posts.map(({ id }) => id),
  )
  return posts.map((post) => ({
    ...post,
    deliveries: deliveries
      .filter(({ postId, kind }) => postId === post.id && kind === 'post')
      .map((row) => factsOf(row, 'en')),
  }))
}
