import type { FastifyRequest } from 'fastify'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { SessionView } from './api.ts'
import { identity } from './identity.ts'
import { anyUser, companiesOf } from './store.ts'
import type { GovernanceTables } from './tables.ts'

/** What the first page needs to know, in one answer. */
export async function whoIsHere(
  desk: Desk,
  request: FastifyRequest,
  version: string,
): Promise<SessionView> {
  const person = await identity(desk).person(request)
  if (!person) return { firstVisit: !(await anyUser(desk.db)), user: null, companies: [], version }
  const user = await tablesOf<GovernanceTables>(desk.db)
    .selectFrom('users')
    .select(['id', 'name', 'email', 'language'])
    .where('id', '=', person.userId)
    .executeTakeFirstOrThrow()
  return { firstVisit: false, user, companies: await companiesOf(desk.db, person.userId), version }
}
