import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Occurrence, PlanningTables, Recurrence } from '../tables.ts'

/** The name under which whoever makes occurrences is woken. */
export const RECURRENCES_WORK = 'recurrences'

/** @throws Problem when this company has no such series */
export async function findRecurrence(
  db: Executor,
  companyId: string,
  id: string,
): Promise<Recurrence> {
  const row = await recurrences(db, companyId).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Problem(notFound)
  return row
}

/** The same, held until the transaction ends: nobody changes it, and the desk makes none of its posts. */
export async function lockRecurrence(
  trx: Executor,
  companyId: string,
  id: string,
): Promise<Recurrence> {
  const row = await recurrences(trx, companyId).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new Problem(notFound)
  return row
}

export const recurrences = (db: Executor, companyId: string) =>
  tablesOf<PlanningTables>(db)
    .selectFrom('recurrences')
    .selectAll()
    .where('companyId', '=', companyId)

/** Times of series, in order. */
export async function occurrencesOf(db: Executor, ids: readonly string[]): Promise<Occurrence[]> {
  if (ids.length === 0) return []
  return tablesOf<PlanningTables>(db)
    .selectFrom('occurrences')
    .selectAll()
    .where('recurrenceId', 'in', ids)
    .orderBy('at')
    .execute()
}
