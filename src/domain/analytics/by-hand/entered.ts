import { type Executor, tablesOf } from '#platform/db/database.ts'
import { addDays, startOfDay } from '../days.ts'
import type { AnalyticsTables } from '../tables.ts'

/** Who entered figures by hand for a period, by account. */
export async function enteredBy(
  db: Executor,
  scope: {
    companyId: string
    timeZone: string
    channelId: string | undefined
    from: string
    to: string
  },
): Promise<Map<string, string[]>> {
  const { companyId, timeZone, channelId, from, to } = scope
  let query = tablesOf<AnalyticsTables>(db)
    .selectFrom('metricFacts')
    .select(['channelId', 'enteredBy'])
    .distinct()
    .where('companyId', '=', companyId)
    .where('grain', '=', 'day')
    .where('at', '>=', startOfDay(from, timeZone))
    .where('at', '<', startOfDay(addDays(to, 1), timeZone))
    .where('enteredBy', 'is not', null)
    .orderBy('enteredBy')
  if (channelId) query = query.where('channelId', '=', channelId)
  const names = new Map<string, string[]>()
  for (const row of await query.execute())
    names.set(row.channelId, [...(names.get(row.channelId) ?? []), row.enteredBy ?? ''])
  return names
}
