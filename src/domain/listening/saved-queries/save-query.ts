import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import type { queryChanges, queryInput } from './api.ts'
import {
  examplesFail,
  namedElsewhere,
  tooManyQueries,
  unnameable,
  unreadableQuery,
} from '../errors.ts'
import { forgetAssignments } from '../mentions/assign/assign-mention.ts'
import { forgetFolds } from '../mentions/folds/forget-folds.ts'
import { foldName, sameName } from '../query/index.ts'
import { tryExamples } from '../query-tests/try-query.ts'
import { askToLookBack } from '../sources/look-back.ts'
import type { ListeningTables } from '../tables.ts'
import { takeTurn } from '../turn.ts'
import { lookAgain } from './look-again.ts'
import {
  dependents,
  readNaming,
  readQueries,
  type SavedExpression,
  savedQueries,
} from './read-queries.ts'
import { refuseToBreak } from './readable-still.ts'
import { renamed } from './rename-in.ts'

const MOST_QUERIES = 1_000
const NAME_MAX = 60

/**
 * Saves a query. It looks at once through the mentions already kept, then through what the sources still hold,
 * then through everything they bring. Saving the same id twice changes nothing.
 * @throws Problem when the expression cannot be read, with its sentence, or its name would leave others unread
 */
export async function createQuery(
  desk: Desk,
  actor: Actor,
  input: z.output<typeof queryInput> & { id: string },
): Promise<string> {
  const expression = tidied(input.expression)
  const now = desk.clock.now()
  const { companyId } = actor
  const row = {
    id: input.id,
    companyId,
    name: input.name ?? shortened(expression),
    expression,
    examples: JSON.stringify(input.examples ?? []),
    createdAt: now,
    updatedAt: now,
  }
  if (input.name) refuseUnnameable(input.name)
  await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await takeTurn(trx, companyId)
      await refuseTooMany(trx, companyId)
      const before = await savedQueries(trx, companyId)
      const inserted = await trx
        .insertInto('savedQueries')
        .values(row)
        .onConflict((c) => c.column('id').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!inserted) return
      await takeEffect(desk, trx, companyId, { ...row, before }, now)
      await tryAll(trx, companyId, row.id, input)
      await audit(trx, {
        companyId,
        at: now,
        actor: actor.id,
        action: 'query.created',
        subject: `query:${row.id}`,
      })
      await emit(trx, companyId, 'query.created', { queryId: row.id })
    })
  return row.id
}

/**
 * Renames a query or changes what it looks for; mentions that it no longer finds leave it.
 * @throws Problem when the expression cannot be read, or the change would leave others unread
 */
export async function changeQuery(
  desk: Desk,
  actor: Actor,
  id: string,
  changes: z.output<typeof queryChanges>,
): Promise<void> {
  const now = desk.clock.now()
  const { companyId } = actor
  await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await takeTurn(trx, companyId)
      const before = await savedQueries(trx, companyId)
      const former = before.find((row) => row.id === id)
      if (!former) throw new Problem(notFound)
      const expression = tidied(changes.expression ?? former.expression)
      // A name that nobody chose follows the words it was made of.
      const kept =
        former.name === shortened(former.expression) ? shortened(expression) : former.name
      const { name = kept } = changes
      if (changes.name) refuseUnnameable(changes.name)
      const isRename = !sameName(name, former.name)
      if (isRename) await followRename(trx, before, former, name)
      await trx
        .updateTable('savedQueries')
        .set({
          name,
          expression,
          updatedAt: now,
          ...(changes.examples ? { examples: JSON.stringify(changes.examples) } : {}),
        })
        .where('id', '=', id)
        .execute()
      if (isRename || expression !== former.expression)
        await takeEffect(desk, trx, companyId, { id, name, before }, now)
      if (changes.expression !== undefined || changes.examples)
        await tryAll(trx, companyId, id, changes)
      await audit(trx, {
        companyId,
        at: now,
        actor: actor.id,
        action: 'query.changed',
        subject: `query:${id}`,
      })
      await emit(trx, companyId, 'query.changed', { queryId: id })
    })
}

/** Deletes a query, and the mentions that no other query found. */
export async function deleteQuery(desk: Desk, actor: Actor, id: string): Promise<void> {
  const { companyId } = actor
  await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await takeTurn(trx, companyId)
      const before = await savedQueries(trx, companyId)
      const own = before.find((row) => row.id === id)
      if (!own) throw new Problem(notFound)
      const [user] = hasTwin(own, before) ? [] : dependents(own.name, before)
      if (user) throw new Problem(namedElsewhere, { name: user.name })
      await trx.deleteFrom('savedQueries').where('id', '=', id).execute()
      const mended = revived(before, await savedQueries(trx, companyId))
      await lookAgain(desk, trx, companyId, mended)
      await forgetUnfound(trx, companyId)
      const subject = `query:${id}`
      await audit(trx, {
        companyId,
        at: desk.clock.now(),
        actor: actor.id,
        action: 'query.deleted',
        subject,
      })
      await emit(trx, companyId, 'query.deleted', { queryId: id })
    })
}

/** What is saved: composed letters, nothing that a database refuses. */
function tidied(written: string): string {
  return written.normalize('NFC').toWellFormed().replaceAll('\0', ' ')
}

/**
 * The query just written looks through what is kept, and so do those that name it and those that can be read again.
 * @param before the company's queries as they were
 * @throws Problem with the sentence of the mistake when it can no longer be read, or with the names of others that could
 */
async function takeEffect(
  desk: Pick<Desk, 'connectors'>,
  trx: Executor,
  companyId: string,
  { id, name, before }: { id: string; name: string; before: readonly SavedExpression[] },
  now: Date,
): Promise<void> {
  const after = await savedQueries(trx, companyId)
  const former = before.find((row) => row.id === id)
  const [own] = readQueries(
    after.filter((row) => row.id === id),
    after,
  )
  if (own && own.expression !== former?.expression && !own.parsed.ok) {
    const detail = own.parsed.error.message
    throw new Problem(unreadableQuery, {}, { fields: [{ pointer: '/expression', detail }] })
  }
  refuseToBreak(before, after)
  const changed =
    own && own.expression !== former?.expression ? [own, ...dependents(name, after)] : []
  const affected = new Map([...changed, ...revived(before, after)].map((row) => [row.id, row]))
  if (affected.size === 0) return
  // What cannot be read keeps what it found.
  const readable = [...affected.values()].filter(({ parsed }) => parsed.ok)
  await lookAgain(desk, trx, companyId, readable)
  await forgetUnfound(trx, companyId)
  await askToLookBack(trx, companyId, now)
}

/** What could not be read before a change and can now: it has missed what came meanwhile. */
function revived(before: readonly SavedExpression[], after: readonly SavedExpression[]) {
  const read = new Set(readNaming(before).flatMap(({ id, parsed }) => (parsed.ok ? id : [])))
  return readNaming(after).filter(({ id, parsed }) => parsed.ok && !read.has(id))
}

/** @throws Problem when the query fails an example that was kept with it, unless that is accepted */
async function tryAll(
  trx: Executor,
  companyId: string,
  id: string,
  { evenFailing = false }: { evenFailing?: boolean | undefined },
): Promise<void> {
  if (evenFailing) return
  const all = await savedQueries(trx, companyId)
  const [own] = readQueries(
    all.filter((row) => row.id === id),
    all,
  )
  const { examples } = await tablesOf<ListeningTables>(trx)
    .selectFrom('savedQueries')
    .select('examples')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (!own?.parsed.ok) return
  const outcomes = await tryExamples(own.parsed.query, examples)
  const fails = outcomes.filter((passes) => !passes).length
  if (fails > 0) throw new Problem(examplesFail, { fails })
}

/** Queries that name this one call it by its new name; those that could have meant another are left to mean that one. */
async function followRename(
  trx: Executor,
  before: readonly SavedExpression[],
  former: SavedExpression,
  to: string,
): Promise<void> {
  if (hasTwin(former, before)) return
  for (const { id, expression } of dependents(former.name, before)) {
    await tablesOf<ListeningTables>(trx)
      .updateTable('savedQueries')
      .set({ expression: renamed(expression, former.name, to) })
      .where('id', '=', id)
      .execute()
  }
}

function hasTwin({ id, name }: SavedExpression, all: readonly SavedExpression[]): boolean {
  return all.some((row) => row.id !== id && sameName(row.name, name))
}

/** @throws Problem when no other query could ever call it by that name */
function refuseUnnameable(name: string): void {
  if (foldName(name) === '') throw new Problem(unnameable)
}

async function forgetUnfound(trx: Executor, companyId: string): Promise<void> {
  const forgotten = await tablesOf<ListeningTables>(trx)
    .deleteFrom('mentions')
    .where('companyId', '=', companyId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('mentionHits')
            .select('mentionId')
            .whereRef('mentionHits.mentionId', '=', 'mentions.id'),
        ),
      ),
    )
    .returning('id')
    .execute()
  const ids = forgotten.map(({ id }) => id)
  await forgetFolds(trx, ids)
  await forgetAssignments(trx, ids)
}

async function refuseTooMany(trx: Executor, companyId: string): Promise<void> {
  const { count } = await tablesOf<ListeningTables>(trx)
    .selectFrom('savedQueries')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('companyId', '=', companyId)
    .executeTakeFirstOrThrow()
  if (count >= MOST_QUERIES) throw new Problem(tooManyQueries, { max: MOST_QUERIES })
}

function shortened(expression: string): string {
  const flat = expression.replace(/\s+/g, ' ').trim()
  return flat.length <= NAME_MAX ? flat : `${flat.slice(0, NAME_MAX - 1).trimEnd()}…`
}
