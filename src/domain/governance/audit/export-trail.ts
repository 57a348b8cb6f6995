import { stringify } from 'csv-stringify/sync'
import type { Executor } from '#platform/db/database.ts'
import type { AuditFilters } from './api.ts'
import { type Reader, wholeTrail } from './read-trail.ts'

const COLUMNS = [
  'number',
  'at',
  'who',
  'who_id',
  'sentence',
  'action',
  'subject',
  'detail',
] as const
const CHAIN = ['digest', 'previous_hash', 'hash'] as const

/** The trail as a table, a line per entry, the latest first. */
export async function* trailCsv(db: Executor, reader: Reader, filters: AuditFilters) {
  yield stringify([[...COLUMNS, ...CHAIN]])
  for await (const one of wholeTrail(db, reader, filters)) {
    const said = [one.seq, one.at, one.who.name, one.who.id, one.sentence, one.action, one.subject]
    const chain = [one.digest, one.prevHash, one.hash]
    // Cells that a spreadsheet would take for a formula are defused (OWASP, CSV injection).
    yield stringify([[...said, JSON.stringify(one.detail), ...chain]], { escape_formulas: true })
  }
}

/** The same as one JSON list, written piece by piece. */
export async function* trailJson(db: Executor, reader: Reader, filters: AuditFilters) {
  let before = '['
  for await (const one of wholeTrail(db, reader, filters)) {
    yield `${before}\n${JSON.stringify(one)}`
    before = ','
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}
