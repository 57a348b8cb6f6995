import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { PeopleTables } from './tables.ts'

/**
 * Forgets what an account that spoke to us called itself: from then on it is known by its handle alone. One that is not
 * known changes nothing.
 */
export async function forgetAuthor(
  db: Executor,
  {
    companyId,
    connectorId,
    remoteId,
  }: { companyId: string; connectorId: string; remoteId: string },
): Promise<void> {
  const tables = tablesOf<PeopleTables>(db)
  const known = await tables
    .updateTable('identities')
    .set((eb) => ({ name: eb.ref('handle'), avatarUrl: null, profileUrl: null }))
    .where('companyId', '=', companyId)
    .where('connectorId', '=', connectorId)
    .where('remoteId', '=', remoteId)
    .returning(['contactId', 'handle'])
    .executeTakeFirst()
  if (!known) return
  await tables
    .updateTable('contacts')
    .set({ name: known.handle })
    .where('id', '=', known.contactId)
    .execute()
}
