import { companyOf } from '#domain/governance/index.ts'
import type { Desk } from '#domain/desk.ts'
import type { Executor } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { type Language, say, type Text } from '#platform/text.ts'
import { keptSince } from '../keeping/keeping.ts'
import { companyMatchers } from '../mentions/company-matcher.ts'
import { savedQueries } from '../saved-queries/read-queries.ts'
import type { FileChoices, FilePreview } from './api.ts'
import { COLUMNS, type Places } from './columns.ts'
import { noSuchQuery, unreadableFile } from './errors.ts'
import { type Judged, type JudgedRow, judgeRows } from './judge-rows.ts'
import { type GoodRow, type ReadFile, readFile } from './read-file.ts'
import * as words from './sentences.ts'

export interface SentFile {
  bytes: Uint8Array
  fileName: string
}

export interface Worked {
  read: ReadFile
  judged: Judged
  first: 'day' | 'month' | null
  queryNames: Map<string, string>
}

const MOST_PROBLEMS = 200
const MOST_EXAMPLES = 20
/** What is dated less far ahead was written by a clock that is fast, or in another zone, and is taken as of now. */
const CLOCKS_APART_MS = 86_400_000

/**
 * What would become of a file in the company as it is now. Keeps nothing.
 * @throws Problem when the file is no table, or the query chosen for it is gone
 */
export async function previewFile(
  desk: Desk,
  companyId: string,
  file: SentFile,
  choices: FileChoices,
  language: Language,
): Promise<FilePreview> {
  const worked = await workOut(desk, desk.db, companyId, file, choices)
  const { read, judged, first, queryNames } = worked
  const count = (state: JudgedRow['state']) =>
    judged.rows.filter((row) => row.state === state).length
  const places = Object.fromEntries(COLUMNS.map((name) => [name, read.places[name] ?? -1]))
  return {
    fileName: file.fileName,
    headings: read.headings,
    places: places as FilePreview['places'],
    first,
    total: read.rows.length + read.wrong.length,
    ready: count('ready'),
    known: count('known'),
    unmatched: count('unmatched'),
    repeated: judged.repeated.length,
    wrong: read.wrong.length,
    problems: problemsOf(worked).map(({ line, sentence }) => ({
      line,
      sentence: say(sentence, language),
    })),
    examples: judged.rows.slice(0, MOST_EXAMPLES).map((row) => presentRow(row, queryNames)),
  }
}

/** Wrong rows and repeated ones, in the order of the lines. */
function problemsOf({ read, judged }: Worked) {
  const repeated = judged.repeated.map(({ line, first }) => ({
    line,
    sentence: words.samePage(first),
  }))
  return [...read.wrong, ...repeated].toSorted((a, b) => a.line - b.line).slice(0, MOST_PROBLEMS)
}

function presentRow(
  { line, item, sourceName, queryIds, state }: JudgedRow,
  names: ReadonlyMap<string, string>,
): FilePreview['examples'][number] {
  return {
    line,
    url: item.url,
    title: item.title,
    text: item.text.slice(0, 300),
    author: item.author?.name ?? '',
    source: sourceName,
    at: item.at.toISOString(),
    queries: queryIds.flatMap((id) => names.get(id) ?? []),
    state,
  }
}

/** Reads a file and judges its rows by the queries as `db` shows them. */
export async function workOut(
  desk: Desk,
  db: Executor,
  companyId: string,
  { bytes, fileName }: SentFile,
  choices: FileChoices,
): Promise<Worked> {
  const { language, timeZone } = await companyOf(desk.db, companyId)
  // A French company writes the day first; elsewhere nobody can know.
  const first = choices.first ?? (language === 'fr' ? 'day' : null)
  const habits = { dayFirst: first === null ? null : first === 'day', timeZone }
  const file = readFile(bytes, placesIn(choices), habits)
  if (!file.ok) {
    const fields = [{ pointer: '/file', detail: file.reason }]
    throw new Problem({ ...unreadableFile, detail: file.reason }, {}, { fields })
  }
  const queries = await savedQueries(db, companyId)
  const queryNames = new Map(queries.map(({ id, name }) => [id, name]))
  const { queryId } = choices
  if (queryId && !queryNames.has(queryId)) throw new Problem(noSuchQuery)
  const matcher = await companyMatchers(desk)(db, companyId)
  const now = desk.clock.now()
  const since = await keptSince(db, companyId, now)
  const read = withoutRows(file.value, ({ found: { at } }) => {
    if (at.getTime() > now.getTime() + CLOCKS_APART_MS) return words.yetToCome(at)
    return since !== null && at < since ? words.tooOld(at, since) : null
  })
  const judged = await judgeRows(desk, db, read.rows, {
    companyId,
    fileName,
    matcher,
    queryId,
    now,
  })
  return { read, judged, first, queryNames }
}

/**
 * Rows that the company would erase at once, as old as they are, and those of a day to come, which would be kept as of
 * now, are told instead of being taken in.
 */
function withoutRows(read: ReadFile, wrongWith: (row: GoodRow) => Text | null): ReadFile {
  const rows: GoodRow[] = []
  const wrong = [...read.wrong]
  for (const row of read.rows) {
    const sentence = wrongWith(row)
    if (sentence) wrong.push({ line: row.line, sentence })
    else rows.push(row)
  }
  return { ...read, rows, wrong: wrong.toSorted((a, b) => a.line - b.line) }
}

/** Only what a person decided. */
function placesIn(choices: FileChoices): Places {
  const chosen = COLUMNS.map((name) => [name, choices[name]] as const)
  return Object.fromEntries(chosen.filter(([, place]) => place !== undefined))
}
