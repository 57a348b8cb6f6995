import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { ListeningTables } from '../tables.ts'

/** A mention on which somebody has worked: it stays, however old it is. Having been seen or dismissed is no work. */
export function isHandled(eb: ExpressionBuilder<ListeningTables, 'mentions'>): Expression<SqlBool> {
  return eb.or([
    eb('mentions.sentimentByPerson', 'is not', null),
    eb.exists(
      eb
        .selectFrom('queryJudgements')
        .select('queryJudgements.mentionId')
        .whereRef('queryJudgements.mentionId', '=', 'mentions.id'),
    ),
  ])
}
