import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Actor } from '#platform/http/route.ts'
import type { ListeningTables } from '../../tables.ts'
import type { AssignmentTables } from './tables.ts'

/** How many mentions are in the charge of whoever asks, those dismissed left out. */
export async function inMyCharge({ db }: Desk, { id: userId, companyId }: Actor): Promise<number> {
  const { mine } = await tablesOf<AssignmentTables & ListeningTables>(db)
    .selectFrom('mentionAssignments')
    .innerJoin('mentions', 'mentions.id', 'mentionAssignments.mentionId')
    .select((eb) => eb.fn.countAll<number>().as('mine'))
    .where('mentionAssignments.companyId', '=', companyId)
    .where('mentionAssignments.userId', '=', userId)
    .where('mentions.dismissed', '=', false)
    .executeTakeFirstOrThrow()
  return mine
}
