import { sql } from 'kysely'
import type { Failure } from '#connectors/_contract/failure.ts'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Claimed } from './claim-mailing.ts'
import type { MailingRow, SubscribersTables } from './tables.ts'

const minute = 60_000
/** 5 minutes, 10, 20… a little over 10 hours in all: mail servers that do not know us ask us to come back. */
const MOST_TRIES = 8
const SAID = 300

/** A mailing while one worker has it. */
export interface Turn {
  desk: Desk
  mailing: MailingRow
  owner: string
}

export const keepSent = (turn: Turn, claimed: Claimed) => set(turn, claimed, { state: 'sent' })

/** The server will never take it. When it is the address that it refuses, nothing more is sent there. */
export async function keepRefusal(
  turn: Turn,
  claimed: Claimed,
  failure: Extract<Failure, { kind: 'rejected' }>,
): Promise<void> {
  await set(turn, claimed, { state: 'refused', said: failure.detail.slice(0, SAID) })
  if (failure.field !== 'to') return
  const { desk } = turn
  await tablesOf<SubscribersTables>(desk.db)
    .updateTable('subscribers')
    .set({
      state: 'suspended',
      endedAt: desk.clock.now(),
      endedBy: failure.detail.slice(0, SAID),
    })
    .where('id', '=', claimed.subscriber.id)
    .where('state', '=', 'subscribed')
    .execute()
}

/** It did not leave and is tried again later, or it may have left and never is. */
export async function keepTrouble(turn: Turn, claimed: Claimed, failure: Failure): Promise<void> {
  const said = failure.detail.slice(0, SAID)
  if (failure.kind === 'unknown-outcome') return set(turn, claimed, { state: 'unknown', said })
  if (claimed.tries >= MOST_TRIES) return set(turn, claimed, { state: 'refused', said })
  const wait = 5 * minute * 2 ** (claimed.tries - 1)
  const dueAt = new Date(turn.desk.clock.now().getTime() + wait)
  return set(turn, claimed, { state: 'waiting', dueAt, said })
}

interface Change {
  state: 'sent' | 'refused' | 'unknown' | 'waiting'
  dueAt?: Date
  said?: string
}

/** One that was declared in doubt meanwhile is so no longer, but it is not taken up again. */
async function set({ desk }: Turn, { id }: Claimed, change: Change): Promise<void> {
  const from =
    change.state === 'waiting' ? (['leaving'] as const) : (['leaving', 'unknown'] as const)
  await tablesOf<SubscribersTables>(desk.db)
    .updateTable('mailingLetters')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', from)
    .execute()
}

/** Gives the mailing back, due when its next letter is and not before `wait` milliseconds. */
export async function rest({ desk, mailing, owner }: Turn, wait: number): Promise<void> {
  const earliest = new Date(desk.clock.now().getTime() + wait)
  const tables = tablesOf<SubscribersTables>(desk.db)
  const { due } = await tables
    .selectFrom('mailingLetters')
    .select((eb) => eb.fn.min<Date | null>('dueAt').as('due'))
    .where('mailingId', '=', mailing.id)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  const dueAt = due && (due > earliest ? due : earliest)
  await tables
    .updateTable('mailings')
    .set({
      // What was stopped meanwhile stays so.
      dueAt: sql<Date | null>`case when stopped_at is null then ${dueAt}::timestamptz end`,
      leaseUntil: null,
      leaseOwner: null,
    })
    .where('id', '=', mailing.id)
    .where('leaseOwner', '=', owner)
    .execute()
}
