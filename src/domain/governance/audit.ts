import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { GovernanceTables } from './tables.ts'

/**
 * Writes down who did what, in the transaction that did it.
 * @param actor the person's or key's id, or `desk` for what the desk does by itself
 * @param subject `<kind>:<id>`
 * @param detail small facts; never a secret, never a text that people wrote
 */
export async function audit(
  db: Executor,
  entry: {
    companyId: string
    at: Date
    actor: string
    action: string
    subject: string
    detail?: Record<string, unknown>
  },
): Promise<void> {
  await tablesOf<GovernanceTables>(db)
    .insertInto('auditEntries')
    .values({ ...entry, detail: JSON.stringify(entry.detail ?? {}) })
    .execute()
}
