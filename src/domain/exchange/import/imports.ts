import { v7 as uuid } from 'uuid'
import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { audit, companyOf } from '#domain/governance/index.ts'
import { deletePost, draftPost, schedulePost } from '#domain/publishing/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { inOneTransaction } from '#platform/db/join-transaction.ts'
import { type FieldProblem, Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import { type Language, say, type Text } from '#platform/text.ts'
import type { confirmInput, importChoices, ImportView, UndoView } from '../api.ts'
import { alreadyDone, notDone, nothingReady, someWrong, unreadable } from '../errors.ts'
import type { Choices, ExchangeTables, Import } from '../tables.ts'
import { decodeText } from '#platform/files/decode-text.ts'
import { ORIGIN, propose, type Proposal } from './propose.ts'
import { readCsv } from './read-csv.ts'
import { readIcs } from './read-ics.ts'
import type { Row } from './row.ts'
import * as words from './sentences.ts'

const MOST_ROWS = 500
const NINE = '09:00'

/**
 * Keeps a file and shows what would become of it. Nothing is made yet.
 * @throws Problem when the file is no table and no calendar, holds nothing, or too much
 */
export async function beginImport(
  desk: Desk,
  actor: Actor,
  id: string,
  file: { bytes: Uint8Array; fileName: string },
  language: Language,
): Promise<ImportView> {
  const content = decodeText(file.bytes).replaceAll('\0', '')
  const kind = /^\s*BEGIN:VCALENDAR/i.test(content) ? 'ics' : 'csv'
  const { length } = rowsOf(kind, content)
  if (length === 0) throw unreadableFor(words.nothingInIt)
  if (length > MOST_ROWS) throw unreadableFor(words.tooMany(MOST_ROWS, length))
  const choices = await usualChoices(desk, actor.companyId)
  const row = await tablesOf<ExchangeTables>(desk.db)
    .insertInto('imports')
    .values({
      id,
      companyId: actor.companyId,
      kind,
      fileName: file.fileName.slice(0, 200),
      content,
      choices: JSON.stringify(choices),
      createdBy: actor.name,
      createdAt: desk.clock.now(),
    })
    .onConflict((c) => c.column('id').doUpdateSet({ fileName: file.fileName.slice(0, 200) }))
    .returningAll()
    .executeTakeFirstOrThrow()
  return view(desk, row, language)
}

export async function readImport(
  desk: Desk,
  companyId: string,
  id: string,
  language: Language,
): Promise<ImportView> {
  return view(desk, await find(desk, companyId, id), language)
}

/** Decides about the file as a whole, and shows what becomes of it then. */
export async function chooseForImport(
  desk: Desk,
  actor: Actor,
  id: string,
  changes: z.output<typeof importChoices>,
  language: Language,
): Promise<ImportView> {
  const found = await find(desk, actor.companyId, id)
  if (found.state !== 'preview') throw new Problem(alreadyDone)
  const row = await tablesOf<ExchangeTables>(desk.db)
    .updateTable('imports')
    .set({ choices: JSON.stringify({ ...found.choices, ...changes }) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return view(desk, row, language)
}

/**
 * Makes the posts of a file, all in one transaction: all of them, or none.
 * @throws Problem when a row cannot be imported and nobody said to leave it out, or a network refuses one
 */
export async function confirmImport(
  desk: Desk,
  actor: Actor,
  id: string,
  { wrong }: z.output<typeof confirmInput>,
  language: Language,
): Promise<ImportView> {
  await inOneTransaction(desk, async (within) => {
    const found = await hold(within, actor.companyId, id)
    if (found.state !== 'preview') throw new Problem(alreadyDone)
    const proposals = await propose(within, found, rowsOf(found.kind, found.content))
    const fields = proposals.flatMap(problemsOf)
    if (fields.length > 0 && wrong === 'refuse') throw new Problem(someWrong, {}, { fields })
    const ready = proposals.filter(isReady)
    if (ready.length === 0) throw new Problem(nothingReady)
    const postIds: string[] = []
    for (const proposal of ready) postIds.push(await make(within, actor, proposal))
    await tablesOf<ExchangeTables>(within.db)
      .updateTable('imports')
      .set({ state: 'done', postIds })
      .where('id', '=', id)
      .execute()
    await audit(within.db, {
      companyId: actor.companyId,
      at: desk.clock.now(),
      actor: actor.id,
      action: 'import.done',
      subject: `import:${id}`,
      detail: { posts: postIds.length, kind: found.kind },
    })
  })
  return readImport(desk, actor.companyId, id, language)
}

/** Takes off what an import made, as far as nothing of it has left. */
export async function undoImport(
  desk: Desk,
  actor: Actor,
  id: string,
  language: Language,
): Promise<UndoView> {
  const found = await find(desk, actor.companyId, id)
  if (found.state !== 'done') throw new Problem(notDone)
  let stayed = 0
  for (const postId of found.postIds) {
    try {
      await deletePost(desk, actor, postId)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      stayed++
    }
  }
  await tablesOf<ExchangeTables>(desk.db)
    .updateTable('imports')
    .set({ state: 'undone' })
    .where('id', '=', id)
    .execute()
  return { ...(await readImport(desk, actor.companyId, id, language)), stayed }
}

async function make(within: Desk, actor: Actor, { draft, when, key, line }: Proposal) {
  const id = uuid({ msecs: within.clock.now().getTime() })
  await draftPost(within, actor, id, draft, key === null ? null : { kind: ORIGIN, id: key })
  if (!when) return id
  try {
    await schedulePost(within, actor, id, { ...when, version: 1 })
  } catch (error) {
    if (error instanceof Problem) throw atLine(error, line)
    throw error
  }
  return id
}

/** What a network refuses, told at the line of the file. */
function atLine({ kind, params, fields, message }: Problem, line: number): Problem {
  const own = {
    pointer: `/lines/${line}`,
    detail: { en: message, fr: say(kind.detail, 'fr', params) },
  }
  const told = fields.map(({ detail }) => ({ pointer: `/lines/${line}`, detail }))
  return new Problem(someWrong, {}, { fields: told.length > 0 ? told : [own] })
}

const isReady = ({ problems, known }: Proposal) => problems.length === 0 && !known

const problemsOf = ({ line, problems, known }: Proposal): FieldProblem[] =>
  known ? [] : problems.map((detail) => ({ pointer: `/lines/${line}`, detail }))

function rowsOf(kind: Import['kind'], content: string): Row[] {
  const read = kind === 'ics' ? readIcs(content) : readCsv(content)
  if (!read.ok) throw unreadableFor(read.reason)
  return read.rows
}

/** The sentence depends on the file, so it stands in the field that is the file. */
function unreadableFor(reason: Text): Problem {
  return new Problem(
    { ...unreadable, detail: reason },
    {},
    { fields: [{ pointer: '/file', detail: reason }] },
  )
}

/** A French company writes the day first; elsewhere nobody can know. */
async function usualChoices(desk: Desk, companyId: string): Promise<Choices> {
  const { language } = await companyOf(desk.db, companyId)
  return {
    channelIds: [],
    dayFirst: language === 'fr' ? true : null,
    hour: NINE,
    asDrafts: false,
  }
}

async function find(desk: Desk, companyId: string, id: string): Promise<Import> {
  const row = await imports(desk, companyId, id).executeTakeFirst()
  if (!row) throw new Problem(notFound)
  return row
}

/** Held until the transaction ends: two clicks import once. */
async function hold(desk: Desk, companyId: string, id: string): Promise<Import> {
  const row = await imports(desk, companyId, id).forUpdate().executeTakeFirst()
  if (!row) throw new Problem(notFound)
  return row
}

const imports = (desk: Desk, companyId: string, id: string) =>
  tablesOf<ExchangeTables>(desk.db)
    .selectFrom('imports')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', '=', id)

async function view(desk: Desk, row: Import, language: Language): Promise<ImportView> {
  const isOpen = row.state === 'preview'
  // What was made is in the calendar; judged again, every row would be past or known.
  const proposals = isOpen ? await propose(desk, row, rowsOf(row.kind, row.content)) : []
  const rows = proposals.map(({ line, draft, when, accounts, problems, known }) => ({
    line,
    text: draft.text ?? '',
    wallTime: when?.wallTime ?? null,
    timeZone: when?.timeZone ?? null,
    channelIds: accounts,
    state: known
      ? ('known' as const)
      : problems.length > 0
        ? ('wrong' as const)
        : ('ready' as const),
    problems: (known ? [words.knownAlready] : problems).map((text) => say(text, language)),
  }))
  const count = (state: string) => rows.filter((one) => one.state === state).length
  const { id, kind, fileName, state, choices, createdBy } = row
  return {
    id,
    kind,
    fileName,
    state,
    choices,
    rows,
    ready: count('ready'),
    wrong: count('wrong'),
    known: count('known'),
    made: row.postIds.length,
    createdBy,
    createdAt: row.createdAt.toISOString(),
  }
}
