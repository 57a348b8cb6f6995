import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { invalidInput, notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import type { Role } from '../api.ts'
import { lastOwner, ownersOnly } from '../errors.ts'
import type { GovernanceTables } from '../tables.ts'

export interface Membership {
  companyId: string
  userId: string
  role: Role
  name: string
}

/**
 * A membership, with the company's owners, held until the transaction ends: two owners cannot both leave at once.
 * @throws Problem when they do not work here
 */
export async function holdMembership(
  trx: Executor,
  companyId: string,
  userId: string,
): Promise<Membership> {
  const rows = await tablesOf<GovernanceTables>(trx)
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.userId')
    .select(['memberships.companyId', 'memberships.userId', 'memberships.role', 'users.name'])
    .where('memberships.companyId', '=', companyId)
    .where((eb) =>
      eb.or([eb('memberships.userId', '=', userId), eb('memberships.role', '=', 'owner')]),
    )
    .orderBy('memberships.userId')
    .forUpdate('memberships')
    .execute()
  const found = rows.find((row) => row.userId === userId)
  if (!found) throw new Problem(notFound)
  return found
}

/** @throws Problem when nobody else owns the company */
export async function refuseLastOwner(trx: Executor, member: Membership): Promise<void> {
  if (member.role !== 'owner') return
  const other = await tablesOf<GovernanceTables>(trx)
    .selectFrom('memberships')
    .select('userId')
    .where('companyId', '=', member.companyId)
    .where('role', '=', 'owner')
    .where('userId', '!=', member.userId)
    .limit(1)
    .executeTakeFirst()
  if (!other) throw new Problem(lastOwner, { name: member.name })
}

/** Owners are an affair of owners. @throws Problem when one of these roles is owner, and the actor is not */
export function refuseUnlessOwner(actor: Actor, ...roles: (Role | undefined)[]): void {
  if (roles.includes('owner') && actor.role !== 'owner') throw new Problem(ownersOnly)
}

/** Limits what they may write for. @param channelIds null: no limit */
export async function limitToAccounts(
  trx: Executor,
  { companyId, userId }: Pick<Membership, 'companyId' | 'userId'>,
  channelIds: readonly string[] | null,
): Promise<void> {
  const tables = tablesOf<GovernanceTables>(trx)
  await tables
    .updateTable('memberships')
    .set({ allChannels: channelIds === null })
    .where('companyId', '=', companyId)
    .where('userId', '=', userId)
    .execute()
  await tables
    .deleteFrom('membershipChannels')
    .where('companyId', '=', companyId)
    .where('userId', '=', userId)
    .execute()
  const rows = [...new Set(channelIds)].map((channelId) => ({ companyId, userId, channelId }))
  if (rows.length > 0)
    await namingAccounts(tables.insertInto('membershipChannels').values(rows).execute())
}

/** Rows that name accounts. @throws Problem when the company has no such account */
export async function namingAccounts(inserting: Promise<unknown>): Promise<void> {
  await inserting.catch((error: { code?: string }) => {
    if (error.code !== FOREIGN_KEY_VIOLATION) throw error
    throw new Problem(invalidInput, {}, { fields: [{ pointer: '/channelIds', detail: noAccount }] })
  })
}

/** PostgreSQL, appendix A. */
const FOREIGN_KEY_VIOLATION = '23503'

const noAccount = {
  en: 'One of these accounts does not exist in this company.',
  fr: 'L’un de ces comptes n’existe pas dans cette entreprise.',
}
