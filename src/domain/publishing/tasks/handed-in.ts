import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Language } from '#platform/text.ts'
import type { PublishingTables } from '../tables.ts'
import type { TaskView } from './api.ts'
import { listTasks } from './list-tasks.ts'

/** Tasks handed over in one minute that are still to be done. */
export async function handedIn(
  desk: Desk,
  companyId: string,
  minute: string,
  language: Language,
): Promise<TaskView[]> {
  const from = new Date(`${minute}:00Z`)
  // Listed first: one that was put off and is handed over anew in between belongs to its new minute alone.
  const { toDo } = await listTasks(desk, companyId, language)
  const rows = await tablesOf<PublishingTables>(desk.db)
    .selectFrom('handTasks')
    .select('deliveryId')
    .where('companyId', '=', companyId)
    .where('handedAt', '>=', from)
    .where('handedAt', '<', new Date(from.getTime() + 60_000))
    .execute()
  const handed = new Set(rows.map(({ deliveryId }) => deliveryId))
  return toDo.filter(({ id }) => handed.has(id))
}
