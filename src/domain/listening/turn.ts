import { sql } from 'kysely'
import type { Executor } from '#platform/db/database.ts'

/**
 * Takes the company's turn until the transaction ends. Keeping mentions and changing queries exclude each other:
 * otherwise a query could be deleted, and with it a mention that another query is about to claim.
 */
export async function takeTurn(trx: Executor, companyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`listening:${companyId}`}, 0))`.execute(
    trx,
  )
}
