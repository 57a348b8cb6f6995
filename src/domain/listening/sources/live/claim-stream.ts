import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { firstDue, isFree } from '#platform/jobs/first-due.ts'
import type { Source } from '../../model.ts'
import type { ListeningTables } from '../../tables.ts'

/** Woken when a stream is added, changed or removed. */
export const STREAMS_WORK = 'listening-streams'

/** How long a listener that died keeps its stream from the others; renewed four times meanwhile. */
export const LEASE_MS = 60_000
export const RENEW_MS = LEASE_MS / 4

/** A stream that this listener alone holds, while the lease lasts. */
export interface Held {
  source: Source
  holder: string
}

/** Takes the stream that is due first; null when none is. */
export async function claimStream(db: Executor, now: Date): Promise<Held | null> {
  const tables = tablesOf<ListeningTables>(db)
  const holder = randomUUID()
  return tables.transaction().execute(async (trx) => {
    const due = await trx
      .selectFrom('sources')
      .selectAll()
      .where(isHeard(now))
      .where(isFree(now))
      .$call((rows) => firstDue(rows, 'nextPollAt', now))
      .executeTakeFirst()
    if (!due) return null
    const leaseUntil = new Date(now.getTime() + LEASE_MS)
    await trx.updateTable('sources').set({ leaseUntil, holder }).where('id', '=', due.id).execute()
    await trx
      .insertInto('sourceStreams')
      .values({ sourceId: due.id, perMinute: 0, skipped: 0, missed: '[]' })
      .onConflict((c) =>
        c.column('sourceId').doUpdateSet({ liveSince: null, perMinute: 0, asksUntil: null }),
      )
      .execute()
    return { source: { ...due, leaseUntil, holder }, holder }
  })
}

/** When the next stream may be taken up; null when there is none. */
export async function nextStream(db: Executor): Promise<Date | null> {
  const row = await tablesOf<ListeningTables>(db)
    .selectFrom('sources')
    .leftJoin('sourceStreams', 'sourceId', 'sources.id')
    .select(sql<Date | null>`min(greatest(next_poll_at, lease_until, asks_until))`.as('due'))
    .where('paused', '=', false)
    .where('streamed', '=', true)
    .executeTakeFirst()
  return row?.due ?? null
}

/** @returns false when it is ours no longer: another took it, or it was paused or removed */
export async function renewLease(
  db: Executor,
  { source, holder }: Held,
  now: Date,
): Promise<boolean> {
  const row = await tablesOf<ListeningTables>(db)
    .updateTable('sources')
    .set({ leaseUntil: new Date(now.getTime() + LEASE_MS) })
    .where('id', '=', source.id)
    .where('paused', '=', false)
    .where('holder', '=', holder)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The source, locked for its listener; nothing when it is ours no longer. */
export async function lockForHolder(
  trx: Executor,
  { source, holder }: Held,
): Promise<Source | undefined> {
  return tablesOf<ListeningTables>(trx)
    .selectFrom('sources')
    .selectAll()
    .where('id', '=', source.id)
    .where('holder', '=', holder)
    .forUpdate()
    .executeTakeFirst()
}

function isHeard(now: Date) {
  return sql<boolean>`(streamed and not paused and not exists (
    select from source_streams where source_id = sources.id and asks_until > ${now}
  ))`
}
