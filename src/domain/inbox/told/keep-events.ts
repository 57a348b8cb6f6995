import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { WebhookEvent } from '#connectors/_contract/connector.ts'
import type { Desk } from '#domain/desk.ts'
import { storable } from '#platform/db/storable.ts'
import { tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { ToldTables } from './tables.ts'

/** The loop that works on them. */
export const TOLD = 'told-events'

/** What PostgreSQL takes in one statement, by far. */
const AT_ONCE = 500

/** Keeps what a network told, all of it or nothing. What is kept already stays as it is. */
export async function keepEvents(
  desk: Desk,
  to: { companyId: string; connectorId: string },
  events: readonly WebhookEvent[],
): Promise<void> {
  if (events.length === 0) return
  const now = desk.clock.now()
  const rows = events.map(({ key, account, body }) => ({
    id: uuid(),
    ...to,
    key: named(key),
    account: storable(account),
    body: JSON.stringify(body),
    toldAt: now,
    dueAt: now,
  }))
  await tablesOf<ToldTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      for (let at = 0; at < rows.length; at += AT_ONCE) {
        await trx
          .insertInto('toldEvents')
          .values(rows.slice(at, at + AT_ONCE))
          .onConflict((c) => c.columns(['companyId', 'connectorId', 'key']).doNothing())
          .execute()
      }
      await wake(trx, TOLD)
    })
}

const LONGEST_KEY = 200

/** A name that is too long to be kept is told apart by its digest. */
const named = (key: string): string =>
  key.length <= LONGEST_KEY ? storable(key) : createHash('sha256').update(key).digest('base64url')
