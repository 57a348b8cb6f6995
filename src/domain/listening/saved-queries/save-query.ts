import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import type { queryChanges, queryInput } from './api.ts'
import { examplesFail, namedElsewhere, tooManyQueries, unreadableQuery } from '../errors.ts'
import { forgetAssignments } from '../mentions/assign/assign-mention.ts'
import { forgetFolds } from '../mentions/folds/forget-folds.ts'
import { sameName } from '../query/index.ts'
import { tryExamples } from '../query-tests/try-query.ts'
import { askToLookBack } from '../sources/look-back.ts'
import type { ListeningTables } from '../tables.ts'
import { takeTurn } from '../turn.ts'
import { lookAgain } from './look-again.ts'
import { dependents, readQueries, savedQueries } from './read-queries.ts'
import { renamed } from './rename-in.ts'

const MOST_QUERIES = 1_000
const NAME_MAX = 60

/**
 * Saves a query. It looks at once through the mentions already kept, then through what the sources still hold,
 * then through everything they bring. Saving the same id twice changes nothing.
 * @throws Problem when the expression cannot be read, with its sentence
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
  await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await takeTurn(trx, companyId)
      await refuseTooMany(trx, companyId)
      const inserted = await trx
        .insertInto('savedQueries')
        .values(row)
        .onConflict((c) => c.column('id').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!inserted) return
      await takeEffect(trx, companyId, row, now)
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

/** Renames a query or changes what it looks for; mentions that it no longer finds leave it. */
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
      const former = await savedQuery(trx, companyId, id)
      const expression = tidied(changes.expression ?? former.expression)
      // A name that nobody chose follows the words it was made of.
      const kept =
        former.name === shortened(former.expression) ? shortened(expression) : former.name
      const { name = kept } = changes
      if (!sameName(name, former.name)) await followRename(trx, companyId, former.name, name)
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
      if (expression !== former.expression) await takeEffect(trx, companyId, { id, name }, now)
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
      const { name } = await savedQuery(trx, companyId, id)
      const [user] = dependents(name, await savedQueries(trx, companyId))
      if (user) throw new Problem(namedElsewhere, { name: user.name })
      await trx.deleteFrom('savedQueries').where('id', '=', id).execute()
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
 * The query just written looks through what is kept, and so do those that name it.
 * @throws Problem with the sentence of the mistake when it, or one of these, can no longer be read
 */
async function takeEffect(
  trx: Executor,
  companyId: string,
  { id, name }: { id: string; name: string },
  now: Date,
): Promise<void> {
  const all = await savedQueries(trx, companyId)
  const [own] = readQueries(
    all.filter((row) => row.id === id),
    all,
  )
  if (own && !own.parsed.ok) {
    const detail = own.parsed.error.message
    throw new Problem(unreadableQuery, {}, { fields: [{ pointer: '/expression', detail }] })
  }
  const affected = dependents(name, all).filter((row) => row.id !== id)
  await lookAgain(trx, companyId, own ? [own, ...affected] : affected)
  await forgetUnfound(trx, companyId)
  await askToLookBack(trx, companyId, now)
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

/** Queries that name this one call it by its new name. */
async function followRename(trx: Executor, companyId: string, from: string, to: string) {
  for (const { id, expression } of dependents(from, await savedQueries(trx, companyId))) {
    await tablesOf<ListeningTables>(trx)
      .updateTable('savedQueries')
      .set({ expression: renamed(expression, from, to) })
      .where('id', '=', id)
      .execute()
  }
}

async function savedQuery(trx: Executor, companyId: string, id: string) {
  const row = await tablesOf<ListeningTables>(trx)
    .selectFrom('savedQueries')
    .select(['name', 'expression'])
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Problem(notFound)
  return row
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
