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
  const walksFolds = wanted.folded === 'yes' && wanted.sort === 'newest'
  const rows = await (walksFolds ? firstOfFolds : inOrder)(db, companyId, wanted, place, limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? writeCursor(last) : null }
}

interface Place {
  at: Date
  id: string
  /** Followers; -1 where unknown or not asked for. */
  reach: number
}

type Row = Mention & Place

/** In the order of reach, those that an author of more followers stands for are left out already. */
async function inOrder(
  db: Executor,
  companyId: string,
  wanted: Wanted,
  place: Place | null,
  limit: number,
): Promise<Row[]> {
  const byReach = wanted.sort === 'reach'
  const reach = byReach ? sql<number>`coalesce(mention_folds.followers, -1)` : sql<number>`-1`
  return tablesOf<ListeningTables & FoldTables>(db)
    .selectFrom('mentions')
    .selectAll('mentions')
    .select(reach.as('reach'))
    .$if(byReach, (q) => q.leftJoin('mentionFolds', 'mentionFolds.mentionId', 'mentions.id'))
    .where(askedFor('mentions', companyId, wanted))
    .$if(byReach && wanted.folded === 'yes', (q) => q.where(isWidest(companyId, wanted)))
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
    .limit(limit)
    .execute()
}

/** Most lines gone through at once, where whole pages are copies of what stands elsewhere. */
const MOST_AT_ONCE = 2_000

/**
 * In the order of time, a stretch is read, then those of it that are not the first of their fold are left out: in one
 * query PostgreSQL compared whole tables first (2 s with 100,000 mentions, measured 2026-11-26).
 */
async function firstOfFolds(
  db: Executor,
  companyId: string,
  wanted: Wanted,
  place: Place | null,
  limit: number,
): Promise<Row[]> {
  const kept: Row[] = []
  let from = place
  let take = limit
  for (;;) {
    const rows = await inOrder(db, companyId, wanted, from, take)
    const copies = await copiesAmong(db, companyId, wanted, rows)
    kept.push(...rows.filter(({ id }) => !copies.has(id)))
    if (kept.length >= limit || rows.length < take) return kept.slice(0, limit)
    from = rows.at(-1) ?? null
    take = Math.min(take * 2, MOST_AT_ONCE)
  }
}

/** Those for which one written before stands, of the same fold and asked for as well. */
async function copiesAmong(
  db: Executor,
  companyId: string,
  wanted: Wanted,
  rows: readonly Row[],
): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const { rows: copies } = await sql<{ id: string }>`
    select f.mention_id as id from mention_folds f
    where f.mention_id = any(${rows.map(({ id }) => id)}::uuid[]) and f.mention_id <> (
      select g.mention_id from mention_folds g
      join mentions other on other.id = g.mention_id and other.at = g.at
      where g.fold_id = f.fold_id and ${askedFor('other', companyId, wanted)}
      order by g.at, g.mention_id limit 1
    )
  `.execute(db)
  return new Set(copies.map(({ id }) => id))
}

/** In the order of reach all lines are compared anyway. */
function isWidest(companyId: string, wanted: Wanted): RawBuilder<boolean> {
  return sql<boolean>`not exists (
    select from mention_folds g join mentions other on other.id = g.mention_id and other.at = g.at
    where g.fold_id = mention_folds.fold_id and g.mention_id <> mentions.id
      and ${askedFor('other', companyId, wanted)}
      and (coalesce(g.followers, -1), g.at, g.mention_id) >
        (coalesce(mention_folds.followers, -1), mentions.at, mentions.id)
  )`
}

function writeCursor({ at, id, reach }: Place): string {
  return `${at.getTime()}.${id}.${reach}`
}

/** A cursor that we did not write reads as the beginning: the list is shown rather than refused. */
function readCursor(cursor: string): Place | null {
  const match = /^(\d{1,15})\.([0-9a-f-]{36})\.(-?\d{1,15})$/.exec(cursor)
  if (!match?.[1] || !match[2] || !match[3]) return null
  return { at: new Date(Number(match[1])), id: match[2], reach: Number(match[3]) }
}
