import type { AuditAction } from './actions/index.ts'

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
