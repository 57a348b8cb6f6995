import { sql } from 'kysely'
import type { Executor } from '#platform/db/database.ts'
import { DAY } from '../period.ts'
import { AtHand, type Edition, type Said, type Stretch } from './at-hand.ts'
import { hourOf } from './hour.ts'
import { keepPacked, packedDays } from './packed-days.ts'
import { pack, type PostRow } from './pack.ts'

const heard = new AtHand(150_000)

/**
 * Rows are written once, so that a day holds what it held where its addresses and what wrote them (`xmin`) are the same.
 * Told by the database at each reading: no writer has anything to say, and what was deleted is gone at once.
 */
const written = sql`hashtextextended(canonical_url || ' ' || xmin::text, 0)`
const versionOfDay = sql`count(*) || ' ' || bit_xor(${written})`
const version = sql`count(*) over days || ' ' || bit_xor(${written}) over days`

/**
 * What was heard since the beginning of a day (UTC) and no query found: a sample of at most 500 posts a day, by day. Days
 * that are over are packed by whoever reads them first.
 * @param wordsSince the words of what was said since then come with it
 * @param atHand what this process read before
 */
export function heardSince(
  db: Executor,
  companyId: string,
  since: Date,
  wordsSince: Date,
  atHand = heard,
): Promise<Said> {
  const from = startOf(since)
  let latest = 0
  return atHand.since(companyId, from, startOf(wordsSince), {
    async versions() {
      const { rows } = await sql<{ start: Date; version: string }>`
        select day::timestamp at time zone 'UTC' as start,
          ${versionOfDay} as version
        from heard_terms where company_id = ${companyId} and day >= ${dayOf(from)}::date
        group by day order by day`.execute(db)
      latest = rows.at(-1)?.start.getTime() ?? 0
      return rows
    },
    async read(asked, spoken) {
      const packed = await packedDays(db, companyId, asked, spoken)
      const left = asked.filter(
        ({ start }) => !packed.some((one) => one.start.getTime() === start.getTime()),
      )
      if (left.length === 0) return packed
      const read = await readDays(db, companyId, left)
      // The latest day changes with every post heard.
      const over = read.filter(({ start }) => start.getTime() < latest)
      if (over.length > 0) await keepPacked(db, companyId, over, versionOfDay)
      return [...packed, ...read]
    },
  })
}

/** The version comes with the rows, in one statement: what is written meanwhile is not taken for what it was. */
async function readDays(
  db: Executor,
  companyId: string,
  days: readonly Edition[],
): Promise<Stretch[]> {
  const { rows } = await sql<Row>`
    select canonical_url as id, at, voice, source_id::text as source, array_to_string(terms, E'\n') as terms,
      day::timestamp at time zone 'UTC' as start, ${version} as version
    from heard_terms where company_id = ${companyId} and day = any(${days.map(({ start }) => dayOf(start))}::date[])
    window days as (partition by day)`.execute(db)
  return [...Map.groupBy(rows, ({ start }) => start.getTime()).values()].flatMap((said) => {
    const [first] = said
    if (!first) return []
    const posts = said.map((row) => ({ ...row, terms: row.terms.split('\n'), queries: [] }))
    const { packed, words } = pack(posts)
    const { start, version: read } = first
    const ids = said.map(({ id }) => id)
    return [{ start, version: read, packed, words, ids }]
  })
}

interface Row extends Omit<PostRow, 'terms' | 'queries'> {
  terms: string
  start: Date
  version: string
}

/** The same, its texts numbered as those of something else. */
export function numberedAs({ numbering }: Said, { hours }: Said): Said {
  const same = hours.map(({ packed, words, idOf }) => ({
    ...hourOf(packed, words, (key) => numbering.find(key)),
    idOf,
  }))
  return { hours: same, numbering }
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)
const startOf = (at: Date) => new Date(Math.floor(at.getTime() / DAY) * DAY)
