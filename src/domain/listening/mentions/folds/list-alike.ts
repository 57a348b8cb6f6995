import { sql } from 'kysely'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { readPlace, writePlace } from '#platform/http/place.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { MentionsPage } from '../api.ts'
import type { ListeningTables } from '../../tables.ts'
import { presentMentions } from '../present-mention.ts'
import type { FoldTables } from './tables.ts'

/** What says the same as a mention and is not dismissed, the first written first. @throws Problem when the company has no such mention */
export async function listAlike(
  desk: Desk,
  companyId: string,
  id: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<MentionsPage> {
  const tables = tablesOf<ListeningTables & FoldTables>(desk.db)
  const own = await tables
    .selectFrom('mentions')
    .leftJoin('mentionFolds', 'mentionFolds.mentionId', 'mentions.id')
    .select('mentionFolds.foldId')
    .where('mentions.companyId', '=', companyId)
    .where('mentions.id', '=', id)
    .executeTakeFirst()
  if (!own) throw new Problem(notFound)
  const place = readPlace(after)
  const rows = await tables
    .selectFrom('mentionFolds')
    .innerJoin('mentions', (join) =>
      join
        .onRef('mentions.id', '=', 'mentionFolds.mentionId')
        .onRef('mentions.at', '=', 'mentionFolds.at'),
    )
    .selectAll('mentions')
    .where('mentions.companyId', '=', companyId)
    .where('mentionFolds.foldId', '=', own.foldId)
    .where('mentions.id', '!=', id)
    .where('mentions.dismissed', '=', false)
    .$if(place !== null, (q) =>
      q.where(
        sql<boolean>`(mention_folds.at, mention_folds.mention_id) > (${place?.at}, ${place?.id}::uuid)`,
      ),
    )
    .orderBy('mentionFolds.at')
    .orderBy('mentionFolds.mentionId')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: await presentMentions(desk, companyId, page),
    next: rows.length > limit && last ? writePlace(last) : null,
  }
}
