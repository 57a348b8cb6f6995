import { sql } from 'kysely'
import type { Executor } from '#platform/db/database.ts'
import type { MentionView } from '../api.ts'

type Fold = NonNullable<MentionView['fold']>

export interface FoldFacts {
  reshares: number | null
  fold: Fold | null
}

/** What stands beside each of these mentions in its fold, those dismissed left out, and how far all of it reaches. */
export async function foldFacts(
  db: Executor,
  mentionIds: readonly string[],
): Promise<Map<string, FoldFacts>> {
  const { rows } = await sql<Row>`
    with shown as (select * from mention_folds where mention_id = any(${mentionIds}::uuid[])),
    members as (
      select f.fold_id, f.how, f.at, f.followers, m.seen, coalesce(f.author_key, f.mention_id::text) as author, m.id
      from mention_folds f join mentions m on m.id = f.mention_id and m.at = f.at
      where f.fold_id in (select fold_id from shown)
        and (not m.dismissed or m.id in (select mention_id from shown))
    ),
    by_author as (
      select fold_id, author, count(*) as posts, count(*) filter (where how = 'reshare') as reshared,
        max(at) as last_at, max(followers) as followers, count(*) filter (where not seen) as unseen
      from members group by fold_id, author
    ),
    folds as (
      select fold_id, sum(posts) as posts, sum(reshared) as reshared, max(last_at) as last_at, sum(unseen) as unseen,
        count(*) as authors, count(followers) as authors_told, sum(followers) as followers
      from by_author group by fold_id
    )
    select s.mention_id, s.how, s.reshares, m.seen, folds.* from shown s
    join mentions m on m.id = s.mention_id and m.at = s.at left join folds using (fold_id)
  `.execute(db)
  return new Map(rows.map((row) => [row.mentionId, { reshares: row.reshares, fold: foldIn(row) }]))
}

interface Row {
  mentionId: string
  foldId: string
  how: string
  reshares: number | null
  posts: number | null
  reshared: number
  seen: boolean
  unseen: number
  lastAt: Date
  authors: number
  authorsTold: number
  followers: number | null
}

function foldIn(row: Row): Fold | null {
  const alike = (row.posts ?? 1) - 1
  if (alike < 1) return null
  const { authors, authorsTold, followers } = row
  return {
    id: row.foldId,
    alike,
    reshared: row.reshared - (row.how === 'reshare' ? 1 : 0),
    unseen: row.unseen - (row.seen ? 0 : 1),
    lastAt: row.lastAt.toISOString(),
    authors,
    authorsTold,
    followers,
  }
}
