import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { type Place, readPlace, writePlace } from '#platform/http/place.ts'
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
  const rows = await mentionsAt(
    db,
    companyId,
    page.map(({ id, shown }) => shown ?? id),
  )
  return { rows, next: spots.length > limit && last ? writeCursor(last) : null }
}

type From = ReturnType<typeof readCursor>

/** A mention in its order; whole ones are read once it is known which are shown. */
interface Spot extends Place {
  /** Followers; -1 where unknown or not asked for. */
  reach: number
  /** Null where folds were not asked for. */
  foldId: string | null
  /** Which of its fold is shown at this place, where it is another. */
  shown?: string
}

async function mentionsAt(
  db: Executor,
  companyId: string,
  ids: readonly string[],
): Promise<Mention[]> {
  if (ids.length === 0) return []
  const rows = await tablesOf<ListeningTables>(db)
    .selectFrom('mentions')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', 'in', [...ids])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Each order is that of an index, so that a page costs a page however many mentions there are. */
async function inOrder(
  db: Executor,
  companyId: string,
  wanted: Wanted,
  place: From,
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
 * A fold stands where its latest is, so that what goes on being said does not sink under its first date, and shows the
 * first. A stretch is read, then those of it for which another of their fold stands are left out: in one query PostgreSQL
 * compared whole tables first (2 s with 100,000 mentions, measured 2026-11-26).
 */
async function firstOfFolds(
  db: Executor,
  companyId: string,
  wanted: Wanted,
  place: From,
  limit: number,
): Promise<Spot[]> {
  const kept: Spot[] = []
  const stands = new Map<string, Standing>()
  let from = place
  let take = limit
  for (;;) {
    const spots = await inOrder(db, companyId, wanted, from, take)
    const folds = new Set(spots.flatMap(({ foldId }) => foldId ?? []))
    const unknown = [...folds].filter((id) => !stands.has(id))
    for (const one of await standing(db, companyId, wanted, unknown)) stands.set(one.foldId, one)
    for (const spot of spots) {
      const fold = stands.get(spot.foldId ?? '')
      if ((fold?.place ?? spot.id) === spot.id)
        kept.push({ ...spot, shown: fold?.shown ?? spot.id })
    }
    if (kept.length >= limit || spots.length < take) return kept.slice(0, limit)
    from = spots.at(-1) ?? null
    take = Math.min(take * 3, MOST_AT_ONCE)
  }
}

interface Standing {
  foldId: string
  /** Where it stands: the latest of those asked for. */
  place: string | null
  /** What is shown there: the first of them; null where reach is sorted by, for the widest stands and is shown. */
  shown: string | null
}

async function standing(
  db: Executor,
  companyId: string,
  wanted: Wanted,
  foldIds: readonly string[],
): Promise<Standing[]> {
  if (foldIds.length === 0) return []
  const first = (order: RawBuilder<unknown>) => sql`(
    select g.mention_id from mention_folds g
    join mentions other on other.id = g.mention_id and other.at = g.at
    where g.fold_id = asked.fold_id and ${askedFor('other', companyId, wanted)}
    order by ${order} limit 1
  )`
  const latest = sql`g.at desc, g.mention_id desc`
  const widest = sql`coalesce(g.followers, -1) desc, ${latest}`
  const isByReach = wanted.sort === 'reach'
  const { rows } = await sql<Standing>`
    select fold_id, ${first(isByReach ? widest : latest)} as place,
      ${isByReach ? sql`null::uuid` : first(sql`g.at, g.mention_id`)} as shown
    from unnest(${foldIds}::uuid[]) asked (fold_id)
  `.execute(db)
  return rows
}

const writeCursor = (spot: Spot): string => `${writePlace(spot)}.${spot.reach}`

function readCursor(cursor: string): (Place & { reach: number }) | null {
  const [, place, reach] = /^(.+)\.(-?\d{1,15})$/.exec(cursor) ?? []
  const read = readPlace(place)
  return read && { ...read, reach: Number(reach) }
}
