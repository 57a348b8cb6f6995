import { sql } from 'kysely'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { FoldTables } from '../../mentions/folds/tables.ts'
import { type Risk, risks } from '../../signals/names.ts'
import type { ListeningTables } from '../../tables.ts'
import type { RiskyPosts } from '../api.ts'

const DAYS = 30
const DAY = 86_400_000

/** What telling single posts would have cost in the last thirty days, by risk; copies count once. */
export async function riskyPosts(desk: Desk, companyId: string): Promise<RiskyPosts> {
  const rows = await tablesOf<ListeningTables & FoldTables>(desk.db)
    .selectFrom('mentions')
    .leftJoin('mentionFolds', 'mentionFolds.mentionId', 'mentions.id')
    .innerJoinLateral(
      sql<{ risk: Risk }>`unnest(mentions.risks)`.as<'carried'>(sql`carried(risk)`),
      (join) => join.onTrue(),
    )
    .select(['carried.risk'])
    .select(sql<number>`count(distinct coalesce(mention_folds.fold_id, mentions.id))`.as('posts'))
    .where('mentions.companyId', '=', companyId)
    .where('mentions.at', '>', new Date(desk.clock.now().getTime() - DAYS * DAY))
    .where('mentions.dismissed', '=', false)
    .groupBy('carried.risk')
    .execute()
  return risks.map((risk) => ({ risk, posts: rows.find((row) => row.risk === risk)?.posts ?? 0 }))
}
