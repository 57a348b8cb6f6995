import { findCompany } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Source } from '../model.ts'
import type { ListeningTables } from '../tables.ts'
import type { Message } from './message.ts'

/** A source that was removed meanwhile is not kept from any more; one of a company that is not here is not ours. */
export async function sourceOf(
  db: Executor,
  says: Message | undefined,
): Promise<Source | 'removed' | 'not ours'> {
  const { company = '', source = '' } = says ?? {}
  const row = await tablesOf<ListeningTables>(db)
    .selectFrom('sources')
    .selectAll()
    .where('id', '=', source)
    .where('companyId', '=', company)
    .executeTakeFirst()
  if (row) return row
  return (await findCompany(db, company)) ? 'removed' : 'not ours'
}
