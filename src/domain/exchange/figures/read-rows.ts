import { HAND_COUNTS, type HandCount } from '#connectors/_contract/connector.ts'
import { cellOf, lineOf, readTable } from '#platform/files/read-table.ts'
import type { Text } from '#platform/text.ts'
import { readDay } from '../import/read-when.ts'
import { brokenTable } from '../import/sentences.ts'
import { type FigureColumn, figureColumns } from './columns.ts'
import * as words from './sentences.ts'

const MOST_ROWS = 500

/** One line of a table of figures, as far as it can be read by itself. */
export interface FigureRow {
  line: number
  day: string | null
  link: string
  account: string
  text: string
  /** When its post was put up, where that is told apart from the day of the count. */
  published: string | null
  counts: Partial<Record<HandCount, number>>
  departures: number | null
  problems: Text[]
}

/** @param dayFirst whether 01/12 is the first of December; null when nobody can know */
export function readFigureRows(
  content: string,
  dayFirst: boolean | null,
): { ok: true; rows: FigureRow[] } | { ok: false; reason: Text } {
  const table = readTable(content)
  if (!table.ok) return { ok: false, reason: brokenTable(table.line) }
  const [first, ...records] = table.records
  const columns = figureColumns(first?.record ?? [])
  if (!columns.includes('date')) return { ok: false, reason: words.noDate }
  if (records.length === 0) return { ok: false, reason: words.nothingInIt }
  if (records.length > MOST_ROWS)
    return { ok: false, reason: words.tooMany(MOST_ROWS, records.length) }
  const rows = records.map((record) => {
    const cell = (column: FigureColumn) => {
      const place = columns.indexOf(column)
      return place < 0 ? '' : cellOf(record, place)
    }
    return rowOf(lineOf(record), cell, dayFirst)
  })
  return { ok: true, rows }
}

function rowOf(
  line: number,
  cell: (column: FigureColumn) => string,
  dayFirst: boolean | null,
): FigureRow {
  const problems: Text[] = []
  const dayIn = (column: 'date' | 'published') => {
    const [written = ''] = cell(column).split(/[T\s]+/)
    if (written === '') return null
    const read = readDay(written, dayFirst)
    if ('day' in read) return read.day
    problems.push(read.wrong)
    return null
  }
  const number = (column: FigureColumn) => {
    const written = cell(column)
    const digits = written.replace(/[\s\u00a0\u202f]/g, '')
    if (digits === '') return null
    if (/^\d{1,10}$/.test(digits)) return Number(digits)
    problems.push(words.notANumber(written))
    return null
  }
  const day = dayIn('date')
  if (cell('date') === '') problems.push(words.noDay)
  const counts = Object.fromEntries(
    HAND_COUNTS.flatMap((metric) => {
      const value = number(metric)
      return value === null ? [] : [[metric, value]]
    }),
  )
  return {
    line,
    day,
    link: cell('link'),
    account: cell('account'),
    text: cell('text'),
    published: dayIn('published'),
    counts,
    departures: number('check-outs'),
    problems,
  }
}
