import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Media, PublishingTables } from '../tables.ts'

/** A picture of this company. @throws Problem when there is none */
export async function mediaOf(db: Executor, companyId: string, id: string): Promise<Media> {
  const [media] = await findMedia(db, companyId, [id])
  if (!media) throw new Problem(notFound)
  return media
}

/** Those of the ids that are pictures of this company, in the order asked. */
export async function findMedia(
  db: Executor,
  companyId: string,
  ids: readonly string[],
): Promise<Media[]> {
  if (ids.length === 0) return []
  const rows = await tablesOf<PublishingTables>(db)
    .selectFrom('media')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}

/** The company's pictures, newest first. @param after id of the last one seen */
export async function listMedia(
  db: Executor,
  companyId: string,
  limit: number,
  after?: string,
): Promise<Media[]> {
  let query = tablesOf<PublishingTables>(db)
    .selectFrom('media')
    .selectAll()
    .where('companyId', '=', companyId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  if (after) {
    const last = await mediaOf(db, companyId, after)
    query = query.where(sql<boolean>`(created_at, id) < (${last.createdAt}, ${last.id}::uuid)`)
  }
  return query.execute()
}

/** Posts that show a picture: as a whole or in a variant; those taken off do not count. */
export async function postsShowing(
  db: Executor,
  companyId: string,
  mediaId: string,
): Promise<number> {
  const { count } = await tablesOf<PublishingTables>(db)
    .selectFrom('posts')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('companyId', '=', companyId)
    .where('state', '!=', 'cancelled')
    .where((eb) =>
      eb.or([
        sql<boolean>`${mediaId}::uuid = any(posts.media_ids)`,
        inThread('posts', mediaId),
        eb.exists(
          eb
            .selectFrom('variants')
            .whereRef('variants.postId', '=', 'posts.id')
            .where((within) =>
              within.or([
                sql<boolean>`${mediaId}::uuid = any(variants.media_ids)`,
                inThread('variants', mediaId),
              ]),
            )
            .select('variants.postId'),
        ),
      ]),
    )
    .executeTakeFirstOrThrow()
  return count
}

/** Whoever keeps or drops bytes holds this, so that none are dropped while somebody keeps the same. */
export async function lockBytes(db: Executor, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 7))`.execute(db)
}

const inThread = (table: 'posts' | 'variants', mediaId: string) =>
  sql<boolean>`${sql.ref(`${table}.thread`)} @> ${JSON.stringify([{ mediaIds: [mediaId] }])}::jsonb`
