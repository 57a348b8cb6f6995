import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Delivery, PublishingTables } from '../tables.ts'

const LEASE_MS = 2 * 60_000

/** Takes the poll that is to be read first; null when none is. Whoever dies with it is replaced after two minutes. */
export async function claimPoll(db: Executor, now: Date): Promise<Delivery | null> {
  const until = new Date(now.getTime() + LEASE_MS)
  const { rows } = await sql<{ deliveryId: string }>`
    insert into poll_readings (delivery_id, company_id, next_read_at)
    select d.id, d.company_id, ${until}
    from deliveries d left join poll_readings r on r.delivery_id = d.id
    where d.state = 'published' and d.content ? 'poll'
      and (r.delivery_id is null or (not r.over and r.next_read_at <= ${now}))
    order by coalesce(r.next_read_at, d.published_at)
    limit 1
    on conflict (delivery_id) do update set next_read_at = excluded.next_read_at
      where not poll_readings.over and poll_readings.next_read_at <= ${now}
    returning delivery_id`.execute(db)
  const [claimed] = rows
  if (!claimed) return null
  const delivery = await tablesOf<PublishingTables>(db)
    .selectFrom('deliveries')
    .selectAll()
    .where('id', '=', claimed.deliveryId)
    .executeTakeFirst()
  return delivery ?? null
}

/** When the next poll is to be read; null when none is. */
export async function nextPoll(db: Executor): Promise<Date | null> {
  const { rows } = await sql<{ due: Date | null }>`
    select min(coalesce(r.next_read_at, d.published_at)) as due
    from deliveries d left join poll_readings r on r.delivery_id = d.id
    where d.state = 'published' and d.content ? 'poll' and (r.delivery_id is null or not r.over)`.execute(
    db,
  )
  return rows[0]?.due ?? null
}
