import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { changedMeanwhile } from '../errors.ts'
import type { Delivery, Post, PublishingTables, Variant } from '../tables.ts'
import { wallTimeOf } from './wall-time.ts'

/** A post with what belongs to it. */
export interface WholePost {
  post: Post
  variants: Variant[]
  deliveries: Delivery[]
}

/** @throws Problem when this company has no such post */
export async function wholePost(db: Executor, companyId: string, id: string): Promise<WholePost> {
  const post = await posts(db, companyId, id).executeTakeFirst()
  if (!post) throw new Problem(notFound)
  return {
    post,
    variants: await variantsOf(db, [id]),
    deliveries: await deliveriesOfPosts(db, [id]),
  }
}

/**
 * The same, held until the transaction ends: nobody else changes the post, and no worker takes up its deliveries.
 */
export async function lockPost(trx: Executor, companyId: string, id: string): Promise<WholePost> {
  const post = await posts(trx, companyId, id).forUpdate().executeTakeFirst()
  if (!post) throw new Problem(notFound)
  const deliveries = await tablesOf<PublishingTables>(trx)
    .selectFrom('deliveries')
    .selectAll()
    .where('postId', '=', id)
    .orderBy('id')
    .forUpdate()
    .execute()
  return { post, variants: await variantsOf(trx, [id]), deliveries }
}

const posts = (db: Executor, companyId: string, id: string) =>
  tablesOf<PublishingTables>(db)
    .selectFrom('posts')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', '=', id)

export async function variantsOf(db: Executor, postIds: readonly string[]): Promise<Variant[]> {
  if (postIds.length === 0) return []
  return tablesOf<PublishingTables>(db)
    .selectFrom('variants')
    .selectAll()
    .where('postId', 'in', postIds)
    .orderBy('postId')
    .orderBy('position')
    .execute()
}

export async function deliveriesOfPosts(
  db: Executor,
  postIds: readonly string[],
): Promise<Delivery[]> {
  if (postIds.length === 0) return []
  return tablesOf<PublishingTables>(db)
    .selectFrom('deliveries')
    .selectAll()
    .where('postId', 'in', postIds)
    .orderBy('id')
    .execute()
}

/**
 * The change was made on what is there now.
 * @throws Problem that says who wrote meanwhile, and when on the wall of the post's zone
 */
export function refuseStale(post: Post, version: number, timeZone: string): void {
  if (post.version === version) return
  const at = wallTimeOf(post.updatedAt, timeZone).replace('T', ' ')
  throw new Problem(changedMeanwhile, { name: post.updatedBy, at })
}
