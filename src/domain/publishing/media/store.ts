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
    .where('deletedAt', 'is', null)
    .execute()
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}

/** Whoever keeps or drops bytes holds this, so that none are dropped while somebody keeps the same. */
export async function lockBytes(db: Executor, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 7))`.execute(db)
}
