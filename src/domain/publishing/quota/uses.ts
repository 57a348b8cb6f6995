import { type SqlBool, sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { PublishingTables } from '../tables.ts'
import type { Sent } from './weigh.ts'

/** Something of one account, and when it left or will. */
export interface Counted extends Sent {
  at: Date
  postId: string | null
}

interface Account {
  companyId: string
  channelId: string
}

/**
 * What this desk sent by an account after an instant: what the network accepted, and what may have been. Told by our
 * own ledger; what was posted elsewhere is not seen.
 */
export async function sentBy(
  db: Executor,
  { companyId, channelId }: Account,
  from: Date,
): Promise<Counted[]> {
  return tablesOf<PublishingTables>(db)
    .selectFrom('attempts')
    .innerJoin('deliveries', 'deliveries.id', 'attempts.deliveryId')
    .select((eb) => [...facts, eb.fn.max('attempts.startedAt').as('at')])
    .where('attempts.companyId', '=', companyId)
    .where('attempts.startedAt', '>', from)
    .where('attempts.action', '=', 'publish')
    .where('deliveries.channelId', '=', channelId)
    .where(
      sql<SqlBool>`(attempts.outcome = 'accepted' or (coalesce(attempts.outcome, 'unknown') = 'unknown'
        and (deliveries.state = 'published' or deliveries.must_confirm)))`,
    )
    .groupBy('deliveries.id')
    .execute()
}

/** What is planned to leave by an account after an instant and up to another, held back or not. */
export async function plannedBy(
  db: Executor,
  { companyId, channelId }: Account,
  from: Date,
  to: Date,
): Promise<Counted[]> {
  return tablesOf<PublishingTables>(db)
    .selectFrom('deliveries')
    .select([...facts, 'deliveries.dueAt as at'])
    .where('companyId', '=', companyId)
    .where('channelId', '=', channelId)
    .where('state', '=', 'planned')
    .where('dueAt', '>', from)
    .where('dueAt', '<=', to)
    .execute()
}

const facts = [
  'deliveries.postId',
  'deliveries.kind',
  sql<string>`deliveries.content->>'text'`.as('text'),
  sql<number>`coalesce(jsonb_array_length(deliveries.content->'images'), 0)`.as('images'),
] as const
