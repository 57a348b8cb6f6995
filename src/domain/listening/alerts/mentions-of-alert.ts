import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Mention } from '../model.ts'
import type { ListeningTables } from '../tables.ts'
import type { AlertView } from './api.ts'
import { carries } from './posts/carries.ts'

/** The first mentions of an alert, earliest first. */
export async function mentionsOfAlert(
  db: Executor,
  companyId: string,
  { query, risk, beganAt, endedAt }: Pick<AlertView, 'query' | 'risk' | 'beganAt' | 'endedAt'>,
  most: number,
): Promise<Mention[]> {
  if (query.id === null && risk === null) return []
  const found = tablesOf<ListeningTables>(db)
    .selectFrom('mentionHits')
    .select('mentionId')
    .where('queryId', '=', query.id)
  return tablesOf<ListeningTables>(db)
    .selectFrom('mentions')
    .selectAll('mentions')
    .where('mentions.companyId', '=', companyId)
    .where((eb) => (risk === null ? eb('mentions.id', 'in', found) : carries(risk)))
    .where('mentions.dismissed', '=', false)
    .where('mentions.at', '>=', new Date(beganAt))
    .$if(endedAt !== null, (q) => q.where('mentions.at', '<=', new Date(endedAt ?? 0)))
    .orderBy('mentions.at')
    .orderBy('mentions.id')
    .limit(most)
    .execute()
}
