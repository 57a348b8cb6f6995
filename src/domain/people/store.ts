import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { ContactCard } from './model.ts'
import type { PeopleTables } from './tables.ts'

/** Of `identities`: what a card shows. */
export const cardColumns = [
  'contactId as id',
  'name',
  'handle',
  'avatarUrl',
  'profileUrl',
  'followers',
  'connectorId',
  'remoteId',
] as const

/** Cards by contact id, each by the account of the given network first. */
export async function cardsOf(
  db: Executor,
  companyId: string,
  contactIds: readonly string[],
): Promise<Map<string, ContactCard>> {
  if (contactIds.length === 0) return new Map()
  const rows = await tablesOf<PeopleTables>(db)
    .selectFrom('identities')
    .select(cardColumns)
    .where('companyId', '=', companyId)
    .where('contactId', 'in', [...new Set(contactIds)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
