import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { ClickCounts } from './api.ts'
import type { Verdict } from './reasons.ts'
import type { LinksTables } from './tables.ts'

export const noClicks: ClickCounts = { human: 0, preview: 0, bot: 0, repeat: 0 }

/** Counts by verdict of each of these links; a link without a click is left out. */
export async function countsByLink(
  db: Executor,
  companyId: string,
  linkIds: readonly string[],
): Promise<Map<string, ClickCounts>> {
  if (linkIds.length === 0) return new Map()
  const rows = await tablesOf<LinksTables>(db)
    .selectFrom('clicks')
    .select((eb) => ['linkId', 'verdict', eb.fn.countAll<number>().as('count')])
    .where('companyId', '=', companyId)
    .where('linkId', 'in', linkIds)
    .groupBy(['linkId', 'verdict'])
    .execute()
  return gather(rows.map(({ linkId, ...row }) => ({ key: linkId, ...row })))
}

/** Counts by verdict of each day of the company's calendar; a day without a click is left out. */
export async function clicksByDay(
  db: Executor,
  companyId: string,
  { timeZone, linkId }: { timeZone: string; linkId: string },
): Promise<Map<string, ClickCounts>> {
  const { rows } = await sql<{ key: string; verdict: Verdict; count: number }>`
    select to_char(at at time zone ${timeZone}, 'YYYY-MM-DD') as key, verdict, count(*) as count
    from clicks where company_id = ${companyId} and link_id = ${linkId}
    group by 1, 2 order by 1
  `.execute(db)
  return gather(rows)
}

function gather(rows: readonly { key: string; verdict: Verdict; count: number }[]) {
  const counts = new Map<string, ClickCounts>()
  for (const { key, verdict, count } of rows) {
    counts.set(key, { ...(counts.get(key) ?? noClicks), [verdict]: count })
  }
  return counts
}
