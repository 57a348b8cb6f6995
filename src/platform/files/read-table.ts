import { CsvError, parse } from 'csv-parse/sync'

/** One row of a table. */
export interface TableRecord {
  record: string[]
  /** `lines`: where it ends, counted from 1. */
  info: { lines: number }
}

/**
 * The rows of a table (RFC 4180), or the line from which it cannot be read.
 * @param separators those it may have, the likeliest first: the one that the first line has most of
 */
export function readTable(
  written: string,
  separators: readonly string[] = [';', ',', '\t'],
): { ok: true; records: TableRecord[] } | { ok: false; line: number } {
  // Line numbers count what a person sees: one ending a line, whatever it is made of.
  const content = written.replace(/\r\n?/g, '\n')
  try {
    // With `info` the library gives records that its types do not know.
    const records = parse(content, {
      bom: true,
      delimiter: separatorOf(content, separators),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as TableRecord[]
    return { ok: true, records }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { ok: false, line: Number(error['lines'] ?? 1) }
  }
}

function separatorOf(content: string, separators: readonly string[]): string {
  const [line = ''] = content.split('\n', 1)
  const count = (separator: string) => line.split(separator).length
  return separators.toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

/** A cell as it was meant. */
export const cellOf = ({ record }: TableRecord, place: number) => undefused(record[place] ?? '')

/** Where a row begins in the file, counted from 1. */
export const lineOf = ({ record, info }: TableRecord) =>
  info.lines - (record.join('').split('\n').length - 1)

/** A heading without capitals, accents and blanks. */
export const bareHeading = (heading: string) =>
  heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** An apostrophe stands before what a spreadsheet would take for a formula. */
const undefused = (cell: string) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)
