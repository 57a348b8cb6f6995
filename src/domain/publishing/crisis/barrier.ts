import { sql } from 'kysely'
import type { Executor } from '#platform/db/database.ts'

/**
 * Where sending and holding meet. Whoever is about to send passes here, in the transaction that says so; whoever
 * presses or lifts the switch closes it for the instant of writing that down. So a switch is either seen by a
 * worker, or it waits until that worker's "it may leave" is committed and counted as leaving.
 *
 * Nobody may wait for anything else while holding it closed, or two transactions could wait for each other.
 */
export async function passBarrier(trx: Executor, companyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${key(companyId)})`.execute(trx)
}

/** The same without waiting, for those who hold rows and may be slow. @returns false when it is closed just now */
export async function passBarrierIfOpen(trx: Executor, companyId: string): Promise<boolean> {
  const { rows } = await sql<{ passed: boolean }>`
    select pg_try_advisory_xact_lock_shared(${key(companyId)}) as passed`.execute(trx)
  return rows[0]?.passed === true
}

/** Until the transaction ends. */
export async function closeBarrier(trx: Executor, companyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${key(companyId)})`.execute(trx)
}

const key = (companyId: string) => sql`hashtextextended(${`crisis ${companyId}`}, 0)`
