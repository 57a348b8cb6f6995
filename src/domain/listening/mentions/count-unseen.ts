import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { ListeningTables } from '../tables.ts'

/**
 * How many mentions nobody has seen nor dismissed, each once however many queries found it: as long as the list that
 * `state=unseen` asks for. An index (`mentions_unseen`) holds those alone.
 */
export async function countUnseen(desk: Desk, companyId: string): Promise<{ mentions: number }> {
  const { count } = await tablesOf<ListeningTables>(desk.db)
    .selectFrom('mentions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('companyId', '=', companyId)
    .where((eb) => eb.not(eb.ref('seen')))
    .where((eb) => eb.not(eb.ref('dismissed')))
    .executeTakeFirstOrThrow()
  return { mentions: count }
}
