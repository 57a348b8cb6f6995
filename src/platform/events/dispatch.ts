import { sql } from 'kysely'
import type { Clock } from '#platform/clock.ts'
import { type Database, type Executor, tablesOf } from '#platform/db/database.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import type { Log } from '#platform/log.ts'
import { type DeskEvent, EVENTS_WORK, type EventsTable } from './outbox.ts'

/**
 * What a module does when something happens elsewhere. Runs in the transaction that marks the event handled:
 * its writes and the mark are one. It must bear being called twice only if it acts outside the database.
 */
export interface Subscription {
  /** A name, or `EVERY_EVENT`. */
  event: string
  handle(trx: Executor, event: DeskEvent): Promise<void>
}

/** For whoever hears everything. */
export const EVERY_EVENT = '*'

const BATCH = 50
const GIVE_UP_AFTER = 10
const KEEP_DAYS = 7

/** Hands each event to its subscribers, in order, at least once; a failing one is retried and does not block others. */
export function eventDispatch(
  db: Database,
  subscriptions: readonly Subscription[],
  { clock, log }: { clock: Clock; log: Log },
): DueWork {
  const events = tablesOf<{ events: EventsTable }>(db)

  async function handleOne(): Promise<boolean> {
    return events.transaction().execute(async (trx) => {
      const event = await trx
        .selectFrom('events')
        .selectAll()
        .where('handledAt', 'is', null)
        .where((eb) => eb.or([eb('retryAt', 'is', null), eb('retryAt', '<=', clock.now())]))
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (!event) return false
      const patch = await tell(trx, event)
      await trx.updateTable('events').set(patch).where('id', '=', event.id).execute()
      return true
    })
  }

  async function tell(trx: Executor, event: DeskEvent & { attempts: number }) {
    const wanted = subscriptions.filter((s) => [event.name, EVERY_EVENT].includes(s.event))
    await sql`savepoint handlers`.execute(trx)
    try {
      for (const subscription of wanted) await subscription.handle(trx, event)
      return { handledAt: clock.now() }
    } catch (error) {
      await sql`rollback to savepoint handlers`.execute(trx)
      const attempts = event.attempts + 1
      const lastError = String(error)
      log.error({ event: event.name, id: event.id, attempts, error }, 'a subscriber failed')
      if (attempts >= GIVE_UP_AFTER) return { handledAt: clock.now(), attempts, lastError }
      return {
        attempts,
        lastError,
        retryAt: new Date(clock.now().getTime() + 1000 * 2 ** attempts),
      }
    }
  }

  return {
    name: EVENTS_WORK,
    role: 'worker',
    async nextDue() {
      const row = await events
        .selectFrom('events')
        .select((eb) => eb.fn.min(eb.fn.coalesce('retryAt', 'at')).as('due'))
        .where('handledAt', 'is', null)
        .executeTakeFirst()
      return row?.due ?? null
    },
    async runDue() {
      let handled = 0
      while (handled < BATCH && (await handleOne())) handled++
      if (handled === 0) await forgetOld()
      return handled
    },
  }

  async function forgetOld() {
    const before = new Date(clock.now().getTime() - KEEP_DAYS * 86_400_000)
    await events.deleteFrom('events').where('handledAt', '<', before).execute()
  }
}
