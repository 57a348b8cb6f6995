import { sql } from 'kysely'
import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { MentionsPage, mentionsQuery } from './api.ts'
import type { Mention } from '../model.ts'
import type { ListeningTables } from '../tables.ts'
import { askedFor, type Wanted } from './asked-for.ts'
import { presentMentions } from './present-mention.ts'

/** Mentions of a company in the order asked for, a page at a time. `next` stays good while others arrive. */
export async function listMentions(
  desk: Desk,
  companyId: string,
  { after, limit, ...wanted }: Omit<z.output<typeof mentionsQuery>, 'from' | 'to'>,
): Promise<MentionsPage> {
  const { rows, next } = await pageOfMentions(desk.db, companyId, wanted, after, limit)
  return { items: await presentMentions(desk, companyId, rows, wanted.words), next }
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
  const walk = wanted.folded === 'yes' ? firstOfFolds : inOrder
  const spots = await walk(db, companyId, wanted, place, limit + 1)
  const page = spots.slice(0, limit)
  const last = page.at(-1)
  const rows = await mentionsAt(db, companyId, page)
  return { rows, next: spots.length > limit && last ? writeCursor(last) : null }
}

interface Place {
  at: Date
  id: string
  /** Followers; -1 where unknown or not asked for. */
  reach: number
}

/** A mention in its order; whole ones are read once it is known which are shown. */
interface Spot extends Place {
  /** Null where folds were not asked for. */
  foldId: string | null
}

async function mentionsAt(
  db: Executor,
  companyId: string,
  spots: readonly Spot[],
): Promise<Mention[]> {
  if (spots.length === 0) return []
  const ids = spots.map(({ id }) => id)
  const rows = await tablesOf<ListeningTables>(db)
    .selectFrom('mentions')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', 'in', ids)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Each order is that of an index, so that a page costs a page however many mentions there are. */
async function inOrder(
  db: Executor,
  companyId: string,
  wanted: Wanted,
  place: Place | null,
  limit: number,
): Promise<Spot[]> {
  const asked = askedFor('m', companyId, wanted)
  const { rows } = await (
    wanted.sort === 'reach'
      ? sql<Spot>`
        select m.id, f.at, coalesce(f.followers, -1) as reach, f.fold_id
        from mention_folds f join mentions m on m.id = f.mention_id
        where f.company_id = ${companyId} and ${asked}
          and ${place === null ? sql`true` : sql`(coalesce(f.followers, -1), f.at, f.mention_id) < (${place.reach}::bigint, ${place.at}, ${place.id}::uuid)`}
        order by coalesce(f.followers, -1) desc, f.at desc, f.mention_id desc limit ${limit}`
      : sql<Spot>`
        select m.id, m.at, -1 as reach, ${
          wanted.folded === 'yes'
            ? sql`(select f.fold_id from mention_folds f where f.mention_id = m.id)`
            : sql`null::uuid`
        } as fold_id
        from mentions m
        where ${asked}
          and ${place === null ? sql`true` : sql`(m.at, m.id) < (${place.at}, ${place.id}::uuid)`}
        order by m.at desc, m.id desc limit ${limit}`
  ).execute(db)
  return rows.map((row) => ({ ...row, reach: Number(row.reach) }))
}

/** Most lines gone through at once, where whole pages are copies of what stands elsewhere. */
const MOST_AT_ONCE = 4_000

/**
 * A stretch is read, then those of it for which another of their fold stands are left out: in one query PostgreSQL compared
 * whole tables first (2 s with 100,000 mentions, measured 2026-11-26).
 */
async function firstOfFolds(
  db: Executor,
  companyId: string,
  wanted: Wanted,
  place: Place | null,
  limit: number,
): Promise<Spot[]> {
  const kept: Spot[] = []
  const stands = new Map<string, string | null>()
  let from = place
  let take = limit
  for (;;) {
    const spots = await inOrder(db, companyId, wanted, from, take)
    const folds = new Set(spots.flatMap(({ foldId }) => foldId ?? []))
    const unknown = [...folds].filter((id) => !stands.has(id))
    for (const [id, one] of await standing(db, companyId, wanted, unknown)) stands.set(id, one)
    kept.push(...spots.filter(({ id, foldId }) => (stands.get(foldId ?? '') ?? id) === id))
    if (kept.length >= limit || spots.length < take) return kept.slice(0, limit)
    from = spots.at(-1) ?? null
    take = Math.min(take * 3, MOST_AT_ONCE)
  }
}

/** Of each fold, the one shown: the first written of those asked for, or the widest where reach is sorted by. */
async function standing(
  db: Executor,
  companyId: string,
  wanted: Wanted,
  foldIds: readonly string[],
): Promise<[string, string | null][]> {
  if (foldIds.length === 0) return []
  const order =
    wanted.sort === 'reach'
      ? sql`coalesce(g.followers, -1) desc, g.at desc, g.mention_id desc`
      : sql`g.at, g.mention_id`
  const { rows } = await sql<{ foldId: string; stands: string | null }>`
    select fold_id, (
      select g.mention_id from mention_folds g
      join mentions other on other.id = g.mention_id and other.at = g.at
      where g.fold_id = asked.fold_id and ${askedFor('other', companyId, wanted)}
      order by ${order} limit 1
    ) as stands
    from unnest(${foldIds}::uuid[]) asked (fold_id)
  `.execute(db)
  return rows.map(({ foldId, stands }) => [foldId, stands])
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
