import { cellOf, lineOf, readTable, type TableRecord } from '#platform/files/read-table.ts'
import { columnsOf, NEEDED } from './columns.ts'
import { blankRow, type Row, type Rows } from './row.ts'
import * as words from './sentences.ts'

/**
 * Reads a plan from a table (RFC 4180; separator `;`, `,` or tab, as its first line shows). Several accounts, labels or
 * pictures of a row stand in one cell, separated by commas or bars.
 */
export function readCsv(content: string): Rows {
  const table = readTable(content)
  if (!table.ok) return { ok: false, reason: words.brokenTable(table.line) }
  const [first, ...rest] = table.records
  const columns = columnsOf(first?.record ?? [])
  if (!columns.includes(NEEDED)) return { ok: false, reason: words.noTextColumn }
  return { ok: true, rows: rest.map((one) => rowOf(columns, one)) }
}

function rowOf(columns: ReturnType<typeof columnsOf>, record: TableRecord): Row {
  const row = blankRow(lineOf(record))
  for (const [i, column] of columns.entries()) {
    const cell = cellOf(record, i)
    if (!column || cell === '') continue
    if (column === 'key') row.key = cell
    else if (Array.isArray(row[column])) Object.assign(row, { [column]: several(cell) })
    else Object.assign(row, { [column]: cell })
  }
  return splitDate(row)
}

const several = (cell: string) =>
  cell
    .split(/[,|;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)

/** `2026-12-01 09:00` and `01/12/2026 9h30` in one cell. */
function splitDate(row: Row): Row {
  const [date = '', ...rest] = row.date.split(/[T\s]+/)
  return row.time === '' && rest.length > 0 ? { ...row, date, time: rest.join(' ') } : row
}
