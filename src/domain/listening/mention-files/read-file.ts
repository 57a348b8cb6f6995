import type { Author, Found } from '#connectors/_contract/connector.ts'
import { decodeText } from '#platform/files/decode-text.ts'
import { cellOf, lineOf, readTable, type TableRecord } from '#platform/files/read-table.ts'
import type { Text } from '#platform/text.ts'
import { type Column, type Places, placesOf } from './columns.ts'
import { languageOf } from './language-of.ts'
import { type Habits, readInstant } from './read-instant.ts'
import * as words from './sentences.ts'

/** The most rows of one file: what is kept in one transaction while the company's other sources wait. */
const MOST_ROWS = 10_000

/** A row that can become a mention. */
export interface GoodRow {
  line: number
  found: Found
  /** The site or network that the row names; '' when it names none. */
  source: string
}

export interface ReadFile {
  headings: string[]
  places: Places
  rows: GoodRow[]
  wrong: { line: number; sentence: Text }[]
}

/**
 * Reads the mentions of a table that another tool exported.
 * @param chosen where a person says that things stand, instead of where they seem to; -1 for nowhere
 */
export function readFile(
  bytes: Uint8Array,
  chosen: Places,
  habits: Habits,
): { ok: true; value: ReadFile } | { ok: false; reason: Text } {
  const table = readTable(decodeText(bytes).replaceAll('\0', ''))
  if (!table.ok) return { ok: false, reason: words.brokenTable(table.line) }
  const [first, ...records] = table.records
  if (!first || records.length === 0) return { ok: false, reason: words.nothingInIt }
  if (records.length > MOST_ROWS)
    return { ok: false, reason: words.tooMany(MOST_ROWS, records.length) }
  const places = { ...placesOf(first.record), ...chosen }
  const read: ReadFile = { headings: first.record, places, rows: [], wrong: [] }
  for (const record of records) {
    const row = readRow(record, places, habits)
    if ('sentence' in row) read.wrong.push(row)
    else read.rows.push(row)
  }
  return { ok: true, value: read }
}

function readRow(
  record: TableRecord,
  places: Places,
  habits: Habits,
): GoodRow | ReadFile['wrong'][number] {
  const line = lineOf(record)
  const cell = (column: Column) => cellOf(record, places[column] ?? -1)
  const url = addressIn(cell('url'))
  if (!url) return { line, sentence: words.notAnAddress(cell('url')) }
  const [title, text] = [cell('title'), cell('text')]
  if (title === '' && text === '') return { line, sentence: words.noWords }
  const when = readInstant(cell('date'), habits)
  if ('wrong' in when) return { line, sentence: when.wrong }
  const source = cell('source')
  const found = {
    remoteId: url,
    url,
    author: authorOf(cell('author'), source, url),
    ...(title && text ? { title } : {}),
    text: text || title,
    language: languageOf(cell('language')),
    at: when.at,
  }
  return { line, found, source }
}

function addressIn(cell: string): string | null {
  const written = /^[a-z][a-z0-9+.-]*:\/\//i.test(cell) ? cell : `https://${cell}`
  const url = cell === '' || /\s/.test(cell) ? null : URL.parse(written)
  const isWeb = url && /^https?:$/.test(url.protocol) && url.hostname.includes('.')
  return isWeb ? url.href : null
}

/** Without an author, the site speaks, as it does for a feed. */
function authorOf(written: string, source: string, url: string): Author {
  const host = new URL(url).host.replace(/^www\./, '')
  const name = written || source || host
  const handle = written.startsWith('@') ? written.slice(1) : host
  return { remoteId: `${host}#${name}`, handle, name }
}
