import { type Expression, type ExpressionBuilder, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { ListeningTables } from '../tables.ts'

/** A mention on which somebody has worked: it stays, however old it is. Having been seen or dismissed is no work. */
export function isHandled(eb: ExpressionBuilder<ListeningTables, 'mentions'>): Expression<SqlBool> {
  return eb.or([
    eb('mentions.sentimentByPerson', 'is not', null),
    eb('mentions.wantsByPerson', '=', true),
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

/** The same as a list, `id` and `at`, each once: a company works on few of its mentions. */
export const handledOf = (companyId: string): RawBuilder<unknown> => sql`
  select id, at from mentions
  where company_id = ${companyId} and (sentiment_by_person is not null or wants_by_person)
  union select m.id, m.at from mentions m join (
    select mention_id from mention_assignments where company_id = ${companyId}
    union select mention_id from held_mentions where company_id = ${companyId}
    union select mention_id from query_judgements where company_id = ${companyId}
  ) worked on worked.mention_id = m.id`
