import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { ContactCard } from './model.ts'
import { cardColumns } from './store.ts'
import type { PeopleTables } from './tables.ts'

/**
 * People the company knows on these networks whose handle, or a word of whose name, begins so; those with most
 * followers first.
 * @param begins as typed, without `@`
 */
export async function findPeople(
  db: Executor,
  companyId: string,
  connectorIds: readonly string[],
  begins: string,
  most: number,
): Promise<ContactCard[]> {
  if (connectorIds.length === 0 || begins === '') return []
  const pattern = begins.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)
  return tablesOf<PeopleTables>(db)
    .selectFrom('identities')
    .select(cardColumns)
    .where('companyId', '=', companyId)
    .where('connectorId', 'in', [...connectorIds])
    .where(
      sql<boolean>`(lower(handle) like ${`${pattern}%`} or lower(name) like ${`${pattern}%`} or lower(name) like ${`% ${pattern}%`})`,
    )
    .orderBy(sql`followers desc nulls last`)
    .orderBy('handle')
    .limit(most)
    .execute()
}
