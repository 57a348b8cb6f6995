import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import type { queryChanges, queryInput } from '../api.ts'
import { tooManyQueries, unreadableQuery } from '../errors.ts'
import { parseQuery, type Query } from '../query/index.ts'
import { askToLookBack } from '../sources/look-back.ts'
import type { ListeningTables } from '../tables.ts'
import { takeTurn } from '../turn.ts'
import { lookAgain } from './look-again.ts'

export const MOST_QUERIES = 1_000
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
  const { expression, query } = readExpression(input.expression)
  const now = desk.clock.now()
  const { companyId } = actor
  const row = {
    id: input.id,
    companyId,
    name: input.name ?? shortened(expression),
    expression,
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
      await takeEffect(trx, companyId, row.id, query, now)
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
  const read = changes.expression === undefined ? null : readExpression(changes.expression)
  const now = desk.clock.now()
  const { companyId } = actor
  await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await takeTurn(trx, companyId)
      const former = await savedQuery(trx, companyId, id)
      const expression = read?.expression ?? former.expression
      // A name that nobody chose follows the words it was made of.
      const kept =
        former.name === shortened(former.expression) ? shortened(expression) : former.name
      const { name = kept } = changes
      await trx
        .updateTable('savedQueries')
        .set({ name, expression, updatedAt: now })
        .where('id', '=', id)
        .execute()
      if (read && expression !== former.expression)
        await takeEffect(trx, companyId, id, read.query, now)
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
      await savedQuery(trx, companyId, id)
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

/** @throws Problem with the sentence of the mistake */
function readExpression(written: string): { expression: string; query: Query } {
  const expression = written.normalize('NFC').toWellFormed().replaceAll('\0', ' ')
  const parsed = parseQuery(expression)
  if (parsed.ok) return { expression, query: parsed.query }
  throw new Problem(
    unreadableQuery,
    {},
    { fields: [{ pointer: '/expression', detail: parsed.error.message }] },
  )
}

async function takeEffect(
  trx: Executor,
  companyId: string,
  id: string,
  query: Query,
  now: Date,
): Promise<void> {
  await lookAgain(trx, companyId, id, query)
  await forgetUnfound(trx, companyId)
  await askToLookBack(trx, companyId, now)
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
  await tablesOf<ListeningTables>(trx)
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
    .execute()
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
