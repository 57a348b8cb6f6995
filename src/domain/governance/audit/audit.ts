import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { GovernanceTables } from '../tables.ts'
import { digestOf } from './digest.ts'
import type { AuditEntry } from './entry.ts'

/**
 * Writes down who did what, in the transaction that did it. When that commits, the database chains the entry to the
 * one before it (see `chain.ts`); nothing that is written can be changed or taken out.
 */
export async function audit(db: Executor, { detail = {}, ...entry }: AuditEntry): Promise<void> {
  const digest = digestOf({ ...entry, detail })
  await tablesOf<GovernanceTables>(db)
    .insertInto('auditEntries')
    .values({ ...entry, detail: JSON.stringify(detail), digest })
    .execute()
}
