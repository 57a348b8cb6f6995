import { CsvError, parse } from 'csv-parse/sync'
import { columnsOf, NEEDED } from './columns.ts'
import { blankRow, type Row, type Rows } from './row.ts'
import * as words from './sentences.ts'

const SEPARATORS = [';', ',', '\t']

/**
 * Reads a plan from a table (RFC 4180; separator `;`, `,` or tab, as its first line shows). Several accounts, labels or
 * pictures of a row stand in one cell, separated by commas or bars.
 */
export function readCsv(content: string): Rows {
  // Line numbers count what a person sees: one ending a line, whatever it is made of.
  const table = parsed(content.replace(/\r\n?/g, '\n'))
  if (!table.ok) return table
  const [first, ...rest] = table.records
  const columns = columnsOf(first?.record ?? [])
  if (!columns.includes(NEEDED)) return { ok: false, reason: words.noTextColumn }
  return { ok: true, rows: rest.map(({ record, info }) => rowOf(columns, record, info.lines)) }
}

interface Record {
  record: string[]
  /** `lines`: where it ends, counted from 1. */
  info: { lines: number }
}

function parsed(content: string): { ok: true; records: Record[] } | Extract<Rows, { ok: false }> {
  try {
    const records = parse(content, {
      bom: true,
      delimiter: separatorOf(content),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as Record[]
    return { ok: true, records }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines } = error as unknown as { lines?: number }
    return { ok: false, reason: words.brokenTable(lines ?? 1) }
  }
}

/** The one that the first line has most of. */
function separatorOf(content: string): string {
  const [line = ''] = content.split(/\r?\n/, 1)
  const count = (separator: string) => line.split(separator).length
  return SEPARATORS.toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

function rowOf(columns: ReturnType<typeof columnsOf>, record: string[], endsAt: number): Row {
  const breaks = record.join('').split('\n').length - 1
  const row = blankRow(endsAt - breaks)
  for (const [i, column] of columns.entries()) {
    const cell = undefused(record[i] ?? '')
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

/** Our own export puts an apostrophe before what a spreadsheet would take for a formula. */
const undefused = (cell: string) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)
