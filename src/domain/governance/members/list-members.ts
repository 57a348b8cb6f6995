import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { MemberView } from '../api.ts'
import type { GovernanceTables } from '../tables.ts'

/** Who works in the company, by name. */
export async function listMembers(db: Executor, companyId: string): Promise<MemberView[]> {
  const rows = await tablesOf<GovernanceTables>(db)
    .selectFrom('memberships as m')
    .innerJoin('users', 'users.id', 'm.userId')
    .select(['m.userId', 'users.name', 'users.email', 'm.role', 'm.allChannels'])
    .select((eb) => [
      eb
        .selectFrom('membershipChannels as c')
        .select(sql<string[] | null>`array_agg(c.channel_id)`.as('ids'))
        .whereRef('c.companyId', '=', 'm.companyId')
        .whereRef('c.userId', '=', 'm.userId')
        .as('ids'),
      eb
        .selectFrom('apiKeys as k')
        .select(eb.fn.countAll<number>().as('n'))
        .whereRef('k.companyId', '=', 'm.companyId')
        .whereRef('k.createdBy', '=', 'm.userId')
        .as('keys'),
    ])
    .where('m.companyId', '=', companyId)
    .orderBy('users.name')
    .execute()
  return rows.map(({ allChannels, ids, keys, ...row }) => ({
    ...row,
    channelIds: allChannels ? null : (ids ?? []),
    keys: keys ?? 0,
  }))
}
