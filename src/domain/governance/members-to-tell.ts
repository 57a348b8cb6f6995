import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Role } from './api.ts'
import type { GovernanceTables } from './tables.ts'

/** A member as a letter needs them. */
export interface Member {
  userId: string
  name: string
  email: string
  language: 'en' | 'fr'
  role: Role
}

/** Everybody who works in the company, with what is needed to write to them. */
export async function membersToTell(db: Executor, companyId: string): Promise<Member[]> {
  return tablesOf<GovernanceTables>(db)
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.userId')
    .select([
      'users.id as userId',
      'users.name',
      'users.email',
      'users.language',
      'memberships.role',
    ])
    .where('memberships.companyId', '=', companyId)
    .orderBy('users.name')
    .execute()
}
