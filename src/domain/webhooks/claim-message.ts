import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { isFree } from '#platform/jobs/first-due.ts'
import type { Message, WebhooksTables } from './tables.ts'

/** Longer than a request may take: nobody else sends it meanwhile, and a dead sender's is taken up again. */
const LEASE_MS = 60_000

/** Takes the message that is due first and whose webhook is on; null when there is none. */
export async function claimMessage(db: Executor, now: Date): Promise<Message | null> {
  const tables = tablesOf<WebhooksTables>(db)
  const due = tables
    .selectFrom('webhookMessages')
    .innerJoin('webhooks', 'webhooks.id', 'webhookMessages.webhookId')
    .select('webhookMessages.id')
    .where('webhookMessages.state', '=', 'planned')
    .where('webhooks.state', '=', 'on')
    .where('dueAt', '<=', now)
    .where(isFree(now))
    .orderBy('dueAt')
    .limit(1)
    .forUpdate('webhookMessages')
    .skipLocked()
  const row = await tables
    .updateTable('webhookMessages')
    .set((eb) => ({ leaseUntil: new Date(now.getTime() + LEASE_MS), tries: eb('tries', '+', 1) }))
    .where('id', 'in', due)
    .returningAll()
    .executeTakeFirst()
  return row ?? null
}

/** When the next one falls due; null when there is none. */
export async function nextMessage(db: Executor): Promise<Date | null> {
  const row = await tablesOf<WebhooksTables>(db)
    .selectFrom('webhookMessages')
    .innerJoin('webhooks', 'webhooks.id', 'webhookMessages.webhookId')
    .select(sql<Date | null>`min(greatest(due_at, lease_until))`.as('due'))
    .where('webhookMessages.state', '=', 'planned')
    .where('webhooks.state', '=', 'on')
    .executeTakeFirst()
  return row?.due ?? null
}
