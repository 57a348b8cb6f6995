import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { firstDue, isFree } from '#platform/jobs/first-due.ts'
import type { MailingRow, Subscriber, SubscribersTables } from './tables.ts'

/** Longer than one letter may take; renewed with each. */
export const LEASE_MS = 180_000

/** No crisis holds it. */
const isNotHeld = sql<boolean>`cardinality(held_by) = 0`

/** Takes the mailing that is due first; null when there is none. What a dead worker left half-way is in doubt. */
export async function claimMailing(
  db: Executor,
  now: Date,
  owner: string,
): Promise<MailingRow | null> {
  return tablesOf<SubscribersTables>(db)
    .transaction()
    .execute(async (trx) => {
      const due = await trx
        .selectFrom('mailings')
        .select('id')
        .where(isNotHeld)
        .where(isFree(now))
        .$call((rows) => firstDue(rows, 'dueAt', now))
        .executeTakeFirst()
      if (!due) return null
      await trx
        .updateTable('mailingLetters')
        .set({ state: 'unknown', said: 'the desk stopped while this letter left' })
        .where('mailingId', '=', due.id)
        .where('state', '=', 'leaving')
        .execute()
      return trx
        .updateTable('mailings')
        .set({ leaseUntil: new Date(now.getTime() + LEASE_MS), leaseOwner: owner })
        .where('id', '=', due.id)
        .returningAll()
        .executeTakeFirstOrThrow()
    })
}

/** When the next one falls due; null when there is none. */
export async function nextMailing(db: Executor): Promise<Date | null> {
  const row = await tablesOf<SubscribersTables>(db)
    .selectFrom('mailings')
    .select(sql<Date | null>`min(greatest(due_at, lease_until))`.as('due'))
    .where('dueAt', 'is not', null)
    .where(isNotHeld)
    .executeTakeFirst()
  return row?.due ?? null
}

/** A letter about to leave, and for whom. */
export interface Claimed {
  id: number
  tries: number
  subscriber: Subscriber
}

/**
 * Writes down that a letter is leaving, for whoever still wants it: from this commit on it is never sent again, unless
 * its refusal is certain. Null when none is due, or when the mailing is in other hands.
 */
export async function claimLetter(
  db: Executor,
  mailingId: string,
  now: Date,
  owner: string,
): Promise<Claimed | null> {
  return tablesOf<SubscribersTables>(db)
    .transaction()
    .execute(async (trx) => {
      const held = await trx
        .updateTable('mailings')
        .set({ leaseUntil: new Date(now.getTime() + LEASE_MS) })
        .where('id', '=', mailingId)
        .where('leaseOwner', '=', owner)
        .where('stoppedAt', 'is', null)
        .where(isNotHeld)
        .returning('id')
        .executeTakeFirst()
      if (!held) return null
      await dropUnwanted(trx, mailingId)
      const letter = await trx
        .updateTable('mailingLetters')
        .set((eb) => ({ state: 'leaving', at: now, tries: eb('tries', '+', 1) }))
        .where('id', '=', (eb) =>
          eb
            .selectFrom('mailingLetters')
            .select('id')
            .where('mailingId', '=', mailingId)
            .where('state', '=', 'waiting')
            .where('dueAt', '<=', now)
            .orderBy('dueAt')
            .orderBy('id')
            .limit(1),
        )
        .returning(['id', 'tries', 'subscriberId'])
        .executeTakeFirst()
      if (!letter) return null
      const subscriber = await trx
        .selectFrom('subscribers')
        .selectAll()
        .where('id', '=', letter.subscriberId)
        .executeTakeFirstOrThrow()
      return { id: letter.id, tries: letter.tries, subscriber }
    })
}

/** Whoever left, or was taken off, since the letter was written. */
async function dropUnwanted(trx: Executor, mailingId: string): Promise<void> {
  const tables = tablesOf<SubscribersTables>(trx)
  await tables
    .updateTable('mailingLetters')
    .set({ state: 'dropped' })
    .where('mailingId', '=', mailingId)
    .where('state', '=', 'waiting')
    .where((eb) =>
      eb.or([
        eb('subscriberId', 'is', null),
        eb.exists(
          eb
            .selectFrom('subscribers')
            .select('subscribers.id')
            .whereRef('subscribers.id', '=', 'mailingLetters.subscriberId')
            .where('subscribers.state', '!=', 'subscribed'),
        ),
      ]),
    )
    .execute()
}
