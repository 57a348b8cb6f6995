import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Mention } from '../model.ts'
import type { ListeningTables } from '../tables.ts'
import type { AlertView } from './api.ts'

/** The first mentions of an alert, earliest first. */
export async function mentionsOfAlert(
  db: Executor,
  companyId: string,
  { query, beganAt, endedAt }: Pick<AlertView, 'query' | 'beganAt' | 'endedAt'>,
  most: number,
): Promise<Mention[]> {
  if (query.id === null) return []
  return tablesOf<ListeningTables>(db)
    .selectFrom('mentions')
    .innerJoin('mentionHits', 'mentionHits.mentionId', 'mentions.id')
    .selectAll('mentions')
    .where('mentions.companyId', '=', companyId)
    .where('mentionHits.queryId', '=', query.id)
    .where('mentions.dismissed', '=', false)
    .where('mentions.at', '>=', new Date(beganAt))
    .$if(endedAt !== null, (q) => q.where('mentions.at', '<=', new Date(endedAt ?? 0)))
    .orderBy('mentions.at')
    .orderBy('mentions.id')
    .limit(most)
    .execute()
}
