import { memberNames } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { AssignmentView } from './api.ts'
import type { AssignmentTables } from './tables.ts'

/** Who looks after these mentions, by the mention's id; those of nobody are not there. */
export async function assignmentsOf(
  db: Executor,
  companyId: string,
  mentionIds: readonly string[],
): Promise<Map<string, AssignmentView>> {
  const rows = await tablesOf<AssignmentTables>(db)
    .selectFrom('mentionAssignments')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('mentionId', 'in', mentionIds)
    .execute()
  if (rows.length === 0) return new Map()
  const names = await memberNames(db, companyId)
  return new Map(
    rows.flatMap(({ mentionId, userId, givenBy: by, at, note }) => {
      const name = names.get(userId)
      return name === undefined
        ? []
        : [[mentionId, { userId, name, by, at: at.toISOString(), note }] as const]
    }),
  )
}
