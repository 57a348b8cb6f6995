import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { GovernanceTables } from '../tables.ts'
import type { AuditAction } from './actions/index.ts'
import { digestOf } from './digest.ts'

/** Who did what to which thing. */
export interface AuditEntry {
  companyId: string
  at: Date
  /** The person's or key's id, or `desk` for what the desk does by itself. */
  actor: string
  /** Its sentence is in `actions/`. */
  action: AuditAction
  /** `<kind>:<id>` */
  subject: string
  /** Small facts; never a secret, never a text that people wrote. */
  detail?: Record<string, unknown>
}

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
