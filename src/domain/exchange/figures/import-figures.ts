import type { Counter } from '#domain/analytics/index.ts'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { inOneTransaction } from '#platform/db/join-transaction.ts'
import { Problem } from '#platform/http/problem.ts'
import { type Language, say, type Text } from '#platform/text.ts'
import { nothingReady, someWrong, unreadable } from '../errors.ts'
import { accountFinder } from '../import/accounts.ts'
import { decodeText } from '#platform/files/decode-text.ts'
import type { FiguresPreview } from './api.ts'
import { enterRow } from './enter-row.ts'
import { readFigureRows } from './read-rows.ts'

/**
 * What a table of figures would become. It is entered for good and all taken back: what is shown is what would happen.
 * @throws Problem when the file is no table of figures
 */
export async function previewFigures(
  desk: Desk,
  counter: Counter,
  bytes: Uint8Array,
  language: Language,
): Promise<FiguresPreview> {
  try {
    return await inOneTransaction(desk, async (within) => {
      throw new TakenBack(await enter(within, counter, bytes, language))
    })
  } catch (error) {
    if (error instanceof TakenBack) return error.preview
    throw error
  }
}

/**
 * Enters a table of figures, all of it or nothing.
 * @throws Problem when a row is wrong and nobody said to leave it out
 */
export async function importFigures(
  desk: Desk,
  counter: Counter,
  bytes: Uint8Array,
  { wrong }: { wrong: 'refuse' | 'leave-out' },
  language: Language,
): Promise<FiguresPreview> {
  return inOneTransaction(desk, async (within) => {
    const entered = await enter(within, counter, bytes, language)
    if (entered.wrong > 0 && wrong === 'refuse') throw new Problem(someWrong)
    if (entered.ready === 0) throw new Problem(nothingReady)
    return entered
  })
}

/** Carries what would have been out of a transaction that is not to last. */
class TakenBack extends Error {
  readonly preview: FiguresPreview

  constructor(preview: FiguresPreview) {
    super('a preview changes nothing')
    this.name = 'TakenBack'
    this.preview = preview
  }
}

async function enter(
  within: Desk,
  counter: Counter,
  bytes: Uint8Array,
  language: Language,
): Promise<FiguresPreview> {
  const company = await companyOf(within.db, counter.companyId)
  // A French company writes the day first; elsewhere nobody can know.
  const dayFirst = company.language === 'fr' ? true : null
  const read = readFigureRows(decodeText(bytes).replaceAll('\0', ''), dayFirst)
  if (!read.ok) throw unreadableFor(read.reason)
  const account = await accountFinder(within, counter.companyId)
  const house = { counter, account, timeZone: company.timeZone }
  const rows: FiguresPreview['rows'] = []
  for (const row of read.rows) {
    const { about, isPast, problems } = await enterRow(within, house, row)
    const departures = row.departures === null ? {} : { 'check-outs': row.departures }
    rows.push({
      line: row.line,
      about: about.slice(0, 140),
      day: row.day,
      figures: Object.entries({ ...row.counts, ...departures }).map(([name, value]) => ({
        name,
        value,
      })),
      state: problems.length > 0 ? 'wrong' : 'ready',
      isPast,
      problems: problems.map((text) => say(text, language)),
    })
  }
  const wrong = rows.filter(({ state }) => state === 'wrong').length
  return { rows, ready: rows.length - wrong, wrong }
}

const unreadableFor = (detail: Text) =>
  new Problem({ ...unreadable, detail }, {}, { fields: [{ pointer: '/file', detail }] })
