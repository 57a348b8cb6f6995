import { type Generated, type JSONColumnType, sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'

export interface EventsTable {
  id: Generated<number>
  companyId: string
  name: string
  payload: JSONColumnType<Record<string, unknown>>
  at: Generated<Date>
  handledAt: Date | null
  attempts: Generated<number>
  retryAt: Date | null
  lastError: string | null
}

export interface DeskEvent {
  id: number
  companyId: string
  name: string
  payload: Record<string, unknown>
}

export const EVENTS_CHANNEL = 'vigie_events'
export const EVENTS_WORK = 'events'

/**
 * Tells that something happened. Written in the caller's transaction: told if and only if it happened.
 * Subscribers get it at least once; screens get it by server-sent events.
 * @param name `<what>.<happened>`, e.g. `delivery.published`
 * @param payload ids and small facts only (it must fit a notification, 8 kB); never a secret
 */
export async function emit(
  db: Executor,
  companyId: string,
  name: string,
  payload: Record<string, unknown> = {},
): Promise<void> {
  const { id } = await tablesOf<{ events: EventsTable }>(db)
    .insertInto('events')
    .values({ companyId, name, payload: JSON.stringify(payload) })
    .returning('id')
    .executeTakeFirstOrThrow()
  const told: DeskEvent = { id, companyId, name, payload }
  await sql`select pg_notify(${EVENTS_CHANNEL}, ${JSON.stringify(told)})`.execute(db)
  await wake(db, EVENTS_WORK)
}
