import { type RawBuilder, sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Edition, Stretch } from './at-hand.ts'
import { bytesOf, readBytes } from './pack.ts'
import type { TopicHoursTables } from './tables.ts'

/** Of the days asked for, those that are packed as they stand: 500 posts are read in a millisecond or two. */
export async function packedDays(
  db: Executor,
  companyId: string,
  asked: readonly Edition[],
  spoken: boolean,
): Promise<Stretch[]> {
  const { rows } = await sql<Row>`
    select day::timestamp at time zone 'UTC' as start, version, packed, addresses,
      ${spoken ? sql`words` : sql`null::text`} as words
    from heard_days where company_id = ${companyId} and (day, version) in (
      select * from unnest(${asked.map(({ start }) => dayOf(start))}::date[], ${asked.map((one) => one.version)}::text[]))
  `.execute(db)
  return rows.map(({ start, version, packed, words, addresses }) => ({
    start,
    version,
    packed: readBytes(packed),
    words: words === null ? null : words.split('\n'),
    ids: addresses.split('\n'),
  }))
}

interface Row {
  start: Date
  version: string
  packed: Buffer
  words: string | null
  addresses: string
}

/**
 * Keeps days packed, where their rows are still those they were packed from. Whoever deletes such rows deletes what is
 * packed under the same lock: neither is kept beyond the other. Where somebody deletes just now, nothing is kept.
 * @param versionOfDay of the rows of a day
 */
export async function keepPacked(
  db: Executor,
  companyId: string,
  days: readonly Stretch[],
  versionOfDay: RawBuilder<unknown>,
): Promise<void> {
  await tablesOf<TopicHoursTables>(db)
    .transaction()
    .execute(async (trx) => {
      const { rows } = await sql<{ free: boolean }>`
        select pg_try_advisory_xact_lock(hashtextextended(${`heard-days:${companyId}`}, 0)) as free`.execute(
        trx,
      )
      if (!rows[0]?.free) return
      for (const { start, version, packed, words, ids } of days) {
        const day = dayOf(start)
        await sql`
          insert into heard_days (company_id, day, version, packed, words, addresses)
          select ${companyId}::uuid, ${day}::date, ${version}::text, ${bytesOf(packed)}::bytea,
            ${words?.join('\n') ?? ''}::text, ${ids?.join('\n') ?? ''}::text
          from heard_terms where company_id = ${companyId} and day = ${day}::date
          having ${versionOfDay} = ${version}::text
          on conflict (company_id, day) do update set version = excluded.version, packed = excluded.packed,
            words = excluded.words, addresses = excluded.addresses`.execute(trx)
      }
    })
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)
