import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { PeopleTables } from './tables.ts'

/**
 * Forgets what an account that spoke to us called itself: from then on it is known by its handle alone. The
 * rest of the desk is told, whether or not it was known here.
 */
export async function forgetAuthor(
  db: Executor,
  {
    companyId,
    connectorId,
    remoteId,
  }: { companyId: string; connectorId: string; remoteId: string },
): Promise<void> {
  await emit(db, companyId, 'person.forgotten', { connectorId, remoteId })
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
