import { findChannel } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { CrisisSwitch, PublishingTables } from '../tables.ts'
import type { CrisisView } from './api.ts'
import { covers, switchesOn } from './covers.ts'
import { ledgerRows, postsAmong } from './ledger-rows.ts'

/** Switches that are on, each with what it holds now; a post that two of them hold counts in both. */
export async function readSwitches(desk: Desk, companyId: string): Promise<CrisisView[]> {
  const on = await switchesOn(desk.db, companyId)
  if (on.length === 0) return []
  const rows = await ledgerRows(desk.db, companyId, { held: true })
  const planned = rows.filter(({ state }) => state === 'planned')
  return Promise.all(
    on.map(async (one) => ({
      id: one.id,
      scope: one.scope,
      target: one.target,
      name: await nameOf(desk, one),
      reason: one.reason,
      replies: one.replies,
      since: one.onAt.toISOString(),
      by: one.onBy,
      held: postsAmong(planned.filter((row) => covers(one, row))),
      leaving: one.leaving,
    })),
  )
}

async function nameOf(
  { db, connectors }: Desk,
  { companyId, scope, target }: CrisisSwitch,
): Promise<string | null> {
  if (scope === 'company') return null
  if (scope === 'network') return connectors.get(target)?.manifest.name ?? target
  if (scope === 'account') return (await findChannel(db, companyId, target))?.handle ?? '?'
  const campaign = await tablesOf<PublishingTables>(db)
    .selectFrom('campaigns')
    .select('name')
    .where('id', '=', target)
    .executeTakeFirst()
  return campaign?.name ?? '?'
}
