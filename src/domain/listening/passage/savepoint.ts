import { sql } from 'kysely'
import type { Executor } from '#platform/db/database.ts'
import { isOurs } from './reasons.ts'

/**
 * Tries work inside a transaction that outlives its failure.
 * @returns what it failed with, all that it wrote undone; undefined when it did not
 * @throws what the database itself failed with: nothing of the transaction is left then
 */
export async function failureWithin(trx: Executor, work: () => Promise<void>): Promise<unknown> {
  await sql`savepoint keeping`.execute(trx)
  let failure: unknown
  try {
    await work()
  } catch (error) {
    if (isOurs(error)) throw error
    failure = error ?? new Error('unknown')
    await sql`rollback to savepoint keeping`.execute(trx)
  }
  await sql`release savepoint keeping`.execute(trx)
  return failure
}
