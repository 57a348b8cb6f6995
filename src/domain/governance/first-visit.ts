import { sql } from 'kysely'
import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import type { signUp } from './api.ts'
import { authenticationOf } from './authentication.ts'
import { alreadyOpened } from './errors.ts'
import { anyUser } from './store.ts'
import type { GovernanceTables } from './tables.ts'

/** Any number will do, as long as it is always the same one. */
const FIRST_VISIT_LOCK = 4380

/**
 * Makes the owner's account. Only once: the desk belongs to whoever opens it first.
 * @throws Problem when it has an owner already, also when two people try at the same instant
 */
export async function openFirstAccount(desk: Desk, person: z.infer<typeof signUp>): Promise<void> {
  await tablesOf<GovernanceTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${FIRST_VISIT_LOCK})`.execute(trx)
      if (await anyUser(desk.db)) throw new Problem(alreadyOpened)
      await (
        await authenticationOf(desk)
      ).api.signUpEmail({
        body: { ...person, email: person.email.toLowerCase() },
      })
    })
}
