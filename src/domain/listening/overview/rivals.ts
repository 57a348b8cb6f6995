import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import { savedQueries } from '../saved-queries/read-queries.ts'
import type { Comparison } from './api.ts'
import { ownRival } from './errors.ts'
import type { OverviewTables } from './tables.ts'

/** Which query is us, and which are rivals, as the company last said. */
export async function comparisonOf(db: Executor, companyId: string): Promise<Comparison> {
  const rows = await tablesOf<OverviewTables>(db)
    .selectFrom('comparedQueries')
    .select(['queryId', 'ours'])
    .where('companyId', '=', companyId)
    .orderBy('queryId')
    .execute()
  return {
    ours: rows.find(({ ours }) => ours)?.queryId ?? null,
    rivals: rows.filter(({ ours }) => !ours).map(({ queryId }) => queryId),
  }
}

/** @throws Problem when a query is not the company's, or is both us and a rival */
export async function keepComparison(
  desk: Desk,
  actor: Actor,
  { ours, rivals }: Comparison,
): Promise<Comparison> {
  const { companyId } = actor
  const named = [...new Set([...(ours ? [ours] : []), ...rivals])]
  if (ours !== null && rivals.includes(ours)) throw new Problem(ownRival)
  await tablesOf<OverviewTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const known = new Set((await savedQueries(trx, companyId)).map(({ id }) => id))
      if (!named.every((id) => known.has(id))) throw new Problem(notFound)
      await trx.deleteFrom('comparedQueries').where('companyId', '=', companyId).execute()
      if (named.length > 0) {
        const rows = named.map((queryId) => ({ companyId, queryId, ours: queryId === ours }))
        await trx.insertInto('comparedQueries').values(rows).execute()
      }
      await audit(trx, {
        companyId,
        at: desk.clock.now(),
        actor: actor.id,
        action: 'query.compared',
        subject: `company:${companyId}`,
      })
      await emit(trx, companyId, 'query.compared')
    })
  return comparisonOf(desk.db, companyId)
}
