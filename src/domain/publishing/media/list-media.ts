import { sql } from 'kysely'
import type { z } from 'zod'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { mediaQuery } from './api.ts'
import type { Media, PublishingTables } from '../tables.ts'
import { mediaOf } from './store.ts'
import { countOfUses } from './uses.ts'

type Asked = Omit<z.output<typeof mediaQuery>, 'limit'>

/** The company's pictures and videos, newest first, with how many posts show each. */
export async function listMedia(
  db: Executor,
  companyId: string,
  limit: number,
  { after, search, show }: Asked,
): Promise<(Media & { uses: number })[]> {
  let query = tablesOf<PublishingTables>(db)
    .selectFrom('media')
    .selectAll()
    .select(countOfUses.as('uses'))
    .where('companyId', '=', companyId)
    .where('deletedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  for (const word of (search ?? '').split(/\s+/).filter(Boolean)) {
    const like = `%${word.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`
    query = query.where(sql<boolean>`(file_name || ' ' || alt) ilike ${like}`)
  }
  if (show === 'undescribed') query = query.where(sql<boolean>`btrim(alt) = ''`)
  if (show === 'videos') query = query.where('video', 'is not', null)
  if (show === 'used') query = query.where(countOfUses, '>', 0)
  if (show === 'unused') query = query.where(countOfUses, '=', 0)
  if (after) {
    const last = await mediaOf(db, companyId, after)
    query = query.where(sql<boolean>`(created_at, id) < (${last.createdAt}, ${last.id}::uuid)`)
  }
  return query.execute()
}
