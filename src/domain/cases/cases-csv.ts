import { stringify } from 'csv-stringify/sync'
import type { CaseSummary } from './api.ts'

/** Leads and cases as a table; cells that a spreadsheet would take for a formula are defused (OWASP, CSV injection). */
export function casesCsv(cases: readonly CaseSummary[]): string {
  const header = ['kind', 'title', 'state', 'assigned_to', 'due_on', 'person', 'handle']
  const rows = cases.map((one) => [
    one.kind,
    one.title,
    one.state,
    one.assignedTo?.name,
    one.dueOn,
    one.person?.name,
    one.person?.handle,
    one.mentions,
    one.notes,
    one.openedBy,
    one.openedAt,
    one.changedAt,
    one.id,
  ])
  const more = ['mentions', 'notes', 'opened_by', 'opened_at', 'changed_at', 'id']
  return stringify([[...header, ...more], ...rows], { bom: true, escape_formulas: true })
}
