import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { LinksTables } from './tables.ts'

export interface HumanClicks {
  /** Links of no delivery (a newsletter, a poster) included. */
  total: number
  byDelivery: Map<string, number>
  byChannel: Map<string, number>
}

/** Clicks by people within a period: `from` included, `to` not. */
export async function humanClicks(
  db: Executor,
  {
    companyId,
    channelId,
    from,
    to,
  }: { companyId: string; channelId?: string; from: Date; to: Date },
): Promise<HumanClicks> {
  let query = tablesOf<LinksTables>(db)
    .selectFrom('clicks')
    .innerJoin('links', 'links.id', 'clicks.linkId')
    .select((eb) => ['deliveryId', 'channelId', eb.fn.countAll<number>().as('count')])
    .where('clicks.companyId', '=', companyId)
    .where('verdict', '=', 'human')
    .where('at', '>=', from)
    .where('at', '<', to)
    .groupBy(['deliveryId', 'channelId'])
  if (channelId) query = query.where('channelId', '=', channelId)
  const rows = await query.execute()
  return {
    total: rows.reduce((sum, { count }) => sum + count, 0),
    byDelivery: sumBy(rows, ({ deliveryId }) => deliveryId),
    byChannel: sumBy(rows, (row) => row.channelId),
  }
}

/** A stretch of time during which one delivery's clicks count: `from` included, `to` not. */
export interface ClickWindow {
  deliveryId: string
  from: Date
  to: Date
}

/**
 * Clicks by people on each delivery's links, each within its own stretch of time, so that posts are
 * compared at the same age. A delivery without a link of ours is left out: its clicks are unknown.
 */
export async function humanClicksWithin(
  db: Executor,
  companyId: string,
  windows: readonly ClickWindow[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ deliveryId: string; count: number }>`
    select asked.delivery_id, count(c.id) as count
    from unnest(
      ${windows.map((w) => w.deliveryId)}::uuid[], ${windows.map((w) => w.from)}::timestamptz[],
      ${windows.map((w) => w.to)}::timestamptz[]
    ) as asked (delivery_id, starts, ends)
    join links l on l.delivery_id = asked.delivery_id and l.company_id = ${companyId}
    left join clicks c
      on c.link_id = l.id and c.verdict = 'human' and c.at >= asked.starts and c.at < asked.ends
    group by asked.delivery_id
  `.execute(db)
  return new Map(rows.map(({ deliveryId, count }) => [deliveryId, count]))
}

type Row = { deliveryId: string | null; channelId: string | null; count: number }

function sumBy(rows: readonly Row[], key: (row: Row) => string | null): Map<string, number> {
  const sums = new Map<string, number>()
  for (const row of rows) {
    const of = key(row)
    if (of) sums.set(of, (sums.get(of) ?? 0) + row.count)
  }
  return sums
}
