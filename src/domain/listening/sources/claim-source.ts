import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { firstDue, isFree } from '#platform/jobs/first-due.ts'
import { OUR_ACCOUNTS, type Source } from '../model.ts'
import type { ListeningTables } from '../tables.ts'

export const LEASE_MS = 2 * 60_000

/** Takes the source that is due first; null when none is. Given back by `poll-source`, or by time when its reader dies. */
export async function claimSource(db: Executor, now: Date): Promise<Source | null> {
  const tables = tablesOf<ListeningTables>(db)
  const due = tables
    .selectFrom('sources')
    .select('id')
    .where('paused', '=', false)
    .where(isAsked(now))
    .where(isFree(now))
    .$call((rows) => firstDue(rows, 'nextPollAt', now))
  const row = await tables
    .updateTable('sources')
    .set({ leaseUntil: new Date(now.getTime() + LEASE_MS) })
    .where('id', 'in', due)
    .returningAll()
    .executeTakeFirst()
  return row ?? null
}

/** Gives back a source whose reading ended without a word; nothing when its lease ran out and another took it. */
export async function releaseSource(db: Executor, { id, leaseUntil }: Source): Promise<void> {
  await tablesOf<ListeningTables>(db)
    .updateTable('sources')
    .set({ leaseUntil: null })
    .where('id', '=', id)
    .where('leaseUntil', '=', leaseUntil)
    .execute()
}

/** When the next source falls due; null when there is none. */
export async function nextSource(db: Executor, now: Date): Promise<Date | null> {
  const row = await tablesOf<ListeningTables>(db)
    .selectFrom('sources')
    .select(sql<Date | null>`min(greatest(next_poll_at, lease_until))`.as('due'))
    .where('paused', '=', false)
    .where(isAsked(now))
    .executeTakeFirst()
  return row?.due ?? null
}

/** Not what the inbox receives, nor one that is heard as it speaks, unless it streams to nobody for the moment. */
function isAsked(now: Date) {
  return sql<boolean>`(connector_id <> ${OUR_ACCOUNTS} and (not streamed or exists (
    select from source_streams where source_id = sources.id and asks_until > ${now}
  )))`
}

/** The source, locked for its reader; nothing when the lease ran out and another took it, or when it was removed. */
export async function lockUnderLease(
  trx: Executor,
  { id, leaseUntil }: Source,
): Promise<Source | undefined> {
  return tablesOf<ListeningTables>(trx)
    .selectFrom('sources')
    .selectAll()
    .where('id', '=', id)
    .where('leaseUntil', '=', leaseUntil)
    .forUpdate()
    .executeTakeFirst()
}
