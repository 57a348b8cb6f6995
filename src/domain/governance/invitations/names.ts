import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { GovernanceTables } from '../tables.ts'

/** Addresses that were invited, by the invitation's id. */
export async function invitedNames(
  db: Executor,
  companyId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const wanted = ids.filter((id) => /^[0-9a-f-]{36}$/.test(id))
  if (wanted.length === 0) return new Map()
  const rows = await tablesOf<GovernanceTables>(db)
    .selectFrom('invitations')
    .select(['id', 'email'])
    .where('companyId', '=', companyId)
    .where('id', 'in', wanted)
    .execute()
  return new Map(rows.map(({ id, email }) => [id, email]))
}
