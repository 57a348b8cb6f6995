import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { MentionsPage, mentionsQuery } from '../api.ts'
import type { Mention } from '../model.ts'
import type { ListeningTables } from '../tables.ts'
import { askedFor, type Wanted } from './asked-for.ts'
import type { FoldTables } from './folds/tables.ts'
import { presentMentions } from './present-mention.ts'

/** Mentions of a company in the order asked for, a page at a time. `next` stays good while others arrive. */
export async function listMentions(
  desk: Desk,
  companyId: string,
  { after, limit, ...wanted }: z.output<typeof mentionsQuery>,
): Promise<MentionsPage> {
  const { rows, next } = await pageOfMentions(desk.db, companyId, wanted, after, limit)
  return { items: await presentMentions(desk, companyId, rows), next }
}

/** One page of what was asked for; `next` is handed back as `after`, null at the end. */
export async function pageOfMentions(
  db: Executor,
  companyId: string,
  wanted: Wanted,
  after: string | undefined,
  limit: number,
): Promise<{ rows: Mention[]; next: string | null }> {
  const place = after === undefined ? null : readCursor(after)
  const byReach = wanted.sort === 'reach'
  const reach = sql<number>`coalesce(mention_folds.followers, -1)`
  const rows = await tablesOf<ListeningTables & FoldTables>(db)
    .selectFrom('mentions')
    .leftJoin('mentionFolds', 'mentionFolds.mentionId', 'mentions.id')
    .selectAll('mentions')
    .select(reach.as('reach'))
    .where(askedFor('mentions', companyId, wanted))
    .$if(wanted.folded === 'yes', (q) => q.where(standsForItsFold(companyId, wanted)))
    .$if(place !== null, (q) =>
      q.where(
        byReach
          ? sql<boolean>`(${reach}, mentions.at, mentions.id) < (${place?.reach}::bigint, ${place?.at}, ${place?.id}::uuid)`
          : sql<boolean>`(mentions.at, mentions.id) < (${place?.at}, ${place?.id}::uuid)`,
      ),
    )
    .$if(byReach, (q) => q.orderBy(reach, 'desc'))
    .orderBy('mentions.at', 'desc')
    .orderBy('mentions.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? writeCursor(last) : null }
}

/**
 * Of its fold and of what is asked for, it is the first written, or the widest where reach is sorted by. In the order of
 * time that is one look into the index of folds for each line gone through: `limit 1` keeps PostgreSQL from comparing
 * whole tables first (2 s instead of some ms with 100,000 mentions, measured 2026-11-26). In the order of reach all
 * lines are compared anyway.
 */
function standsForItsFold(companyId: string, wanted: Wanted): RawBuilder<boolean> {
  const others = sql`mention_folds g join mentions other on other.id = g.mention_id and other.at = g.at
    where g.fold_id = mention_folds.fold_id and ${askedFor('other', companyId, wanted)}`
  if (wanted.sort === 'reach') {
    return sql<boolean>`not exists (
      select from ${others} and g.mention_id <> mentions.id
        and (coalesce(g.followers, -1), g.at, g.mention_id) >
          (coalesce(mention_folds.followers, -1), mentions.at, mentions.id)
    )`
  }
  return sql<boolean>`(mention_folds.fold_id is null or mentions.id =
    (select g.mention_id from ${others} order by g.at, g.mention_id limit 1))`
}

function writeCursor({ at, id, reach }: Pick<Mention, 'at' | 'id'> & { reach: number }): string {
  return `${at.getTime()}.${id}.${reach}`
}

/** A cursor that we did not write reads as the beginning: the list is shown rather than refused. */
function readCursor(cursor: string): { at: Date; id: string; reach: number } | null {
  const match = /^(\d{1,15})\.([0-9a-f-]{36})\.(-?\d{1,15})$/.exec(cursor)
  if (!match?.[1] || !match[2] || !match[3]) return null
  return { at: new Date(Number(match[1])), id: match[2], reach: Number(match[3]) }
}
