import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { SubscribersTables } from './tables.ts'

export interface Leaving {
  company: string
  language: 'en' | 'fr'
  hasLeft: boolean
}

/** Whose token this is; undefined when it is nobody's any more. */
export async function leavingBy(desk: Desk, token: string): Promise<Leaving | undefined> {
  const row = await tablesOf<SubscribersTables>(desk.db)
    .selectFrom('subscribers')
    .select(['companyId', 'state'])
    .where('token', '=', token)
    .executeTakeFirst()
  if (!row) return undefined
  const { name, language } = await companyOf(desk.db, row.companyId)
  return { company: name, language, hasLeft: row.state === 'left' }
}

/** Takes somebody off the list; once more changes nothing. */
export async function leave(desk: Desk, token: string): Promise<void> {
  await tablesOf<SubscribersTables>(desk.db)
    .updateTable('subscribers')
    .set({ state: 'left', endedAt: desk.clock.now(), endedBy: 'themselves' })
    .where('token', '=', token)
    .where('state', '!=', 'left')
    .execute()
}
