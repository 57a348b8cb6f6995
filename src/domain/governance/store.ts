import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { CompanyView, Role } from './api.ts'
import { SCOPES_OF_ROLE } from './roles.ts'
import type { GovernanceTables } from './tables.ts'

export interface Company {
  id: string
  name: string
  language: 'en' | 'fr'
  timeZone: string
  practice: boolean
  publicUrl: string | null
}

const companyColumns = ['id', 'name', 'language', 'timeZone', 'practice', 'publicUrl'] as const

/** @throws when the company is gone */
export async function companyOf(db: Executor, companyId: string): Promise<Company> {
  return byId(db, companyId).executeTakeFirstOrThrow()
}

/** For those who name a company without having been let in to it; undefined when there is none. */
export async function findCompany(db: Executor, companyId: string): Promise<Company | undefined> {
  return byId(db, companyId).executeTakeFirst()
}

const byId = (db: Executor, companyId: string) =>
  tablesOf<GovernanceTables>(db)
    .selectFrom('companies')
    .select(companyColumns)
    .where('id', '=', companyId)

/** The membership wanted, or else the person's real company before their practice one, latest first. */
export async function findMembership(
  db: Executor,
  userId: string,
  companyId: string | null,
): Promise<{ companyId: string; role: Role; channelIds: string[] | null } | undefined> {
  const found = await tablesOf<GovernanceTables>(db)
    .selectFrom('memberships')
    .innerJoin('companies', 'companies.id', 'memberships.companyId')
    .select(['memberships.companyId', 'memberships.role', 'memberships.allChannels'])
    .where('memberships.userId', '=', userId)
    .$if(companyId !== null, (q) => q.where('memberships.companyId', '=', companyId ?? ''))
    .orderBy('companies.practice')
    .orderBy('companies.createdAt', 'desc')
    .executeTakeFirst()
  if (!found) return undefined
  const { companyId: id, role, allChannels } = found
  const channelIds = allChannels ? null : await accountsOfMember(db, id, userId)
  return { companyId: id, role, channelIds }
}

/** The accounts a member's rights are limited to. */
async function accountsOfMember(db: Executor, companyId: string, userId: string) {
  const rows = await tablesOf<GovernanceTables>(db)
    .selectFrom('membershipChannels')
    .select('channelId')
    .where('companyId', '=', companyId)
    .where('userId', '=', userId)
    .execute()
  return rows.map(({ channelId }) => channelId)
}

export async function companiesOf(db: Executor, userId: string): Promise<CompanyView[]> {
  const companies = await tablesOf<GovernanceTables>(db)
    .selectFrom('memberships')
    .innerJoin('companies', 'companies.id', 'memberships.companyId')
    .select([...companyColumns, 'memberships.role', 'memberships.allChannels'])
    .where('memberships.userId', '=', userId)
    .orderBy('companies.practice')
    .orderBy('companies.createdAt', 'desc')
    .execute()
  return Promise.all(
    companies.map(async ({ allChannels, ...company }) => ({
      ...company,
      scopes: [...SCOPES_OF_ROLE[company.role]],
      channelIds: allChannels ? null : await accountsOfMember(db, company.id, userId),
    })),
  )
}

/**
 * The practice company a person owns already. Within a transaction, the same person's other requests for it wait
 * until this one is over, so that asking twice at once opens one.
 */
export async function practiceCompanyOf(
  db: Executor,
  userId: string,
): Promise<Company | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`practice ${userId}`}, 0))`.execute(db)
  return tablesOf<GovernanceTables>(db)
    .selectFrom('memberships')
    .innerJoin('companies', 'companies.id', 'memberships.companyId')
    .select(companyColumns)
    .where('memberships.userId', '=', userId)
    .where('memberships.role', '=', 'owner')
    .where('companies.practice', '=', true)
    .executeTakeFirst()
}

export async function anyUser(db: Executor): Promise<boolean> {
  return Boolean(
    await tablesOf<GovernanceTables>(db)
      .selectFrom('users')
      .select('id')
      .limit(1)
      .executeTakeFirst(),
  )
}

/** Names of the company's members by user id. */
export async function memberNames(db: Executor, companyId: string): Promise<Map<string, string>> {
  const rows = await tablesOf<GovernanceTables>(db)
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.userId')
    .select(['users.id', 'users.name'])
    .where('memberships.companyId', '=', companyId)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
