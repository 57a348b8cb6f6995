import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import type { ListeningTables } from '../tables.ts'

/** A mention on which somebody has worked: it stays, however old it is. Having been seen or dismissed is no work. */
export function isHandled(eb: ExpressionBuilder<ListeningTables, 'mentions'>): Expression<SqlBool> {
  return eb.or([
    eb('mentions.sentimentByPerson', 'is not', null),
    sql<boolean>`exists (select from mention_assignments a where a.mention_id = mentions.id)`,
    eb.exists(
      eb
        .selectFrom('heldMentions')
        .select('heldMentions.mentionId')
        .whereRef('heldMentions.mentionId', '=', 'mentions.id'),
    ),
    eb.exists(
      eb
        .selectFrom('queryJudgements')
        .select('queryJudgements.mentionId')
        .whereRef('queryJudgements.mentionId', '=', 'mentions.id'),
    ),
  ])
}
