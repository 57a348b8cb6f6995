import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { ListeningTables } from '../tables.ts'
import { type Share, wilson } from './wilson.ts'

/** How many of a query's mentions were judged, and the share on the subject; null while too few were to tell. */
export interface Precision {
  judged: number
  share: Share | null
}

/** By query of the company, those of which something was judged. What a query no longer finds does not count. */
export async function precisionOfQueries(
  db: Executor,
  companyId: string,
): Promise<Map<string, Precision>> {
  const rows = await tablesOf<ListeningTables>(db)
    .selectFrom('queryJudgements')
    .innerJoin('mentionHits', (join) =>
      join
        .onRef('mentionHits.mentionId', '=', 'queryJudgements.mentionId')
        .onRef('mentionHits.queryId', '=', 'queryJudgements.queryId'),
    )
    .select((eb) => [
      'queryJudgements.queryId',
      eb.fn.countAll<number>().as('judged'),
      eb.fn.countAll<number>().filterWhere('queryJudgements.relevant', '=', true).as('relevant'),
    ])
    .where('queryJudgements.companyId', '=', companyId)
    .groupBy('queryJudgements.queryId')
    .execute()
  return new Map(
    rows.map(({ queryId, judged, relevant }) => [
      queryId,
      { judged, share: wilson(relevant, judged) },
    ]),
  )
}
