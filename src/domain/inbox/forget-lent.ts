import { type SqlBool, sql } from 'kysely'
import { channelsOfNetwork } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import type { InboxTables } from './tables.ts'

const HOUR_MS = 3600_000

/**
 * Forgets what people said where the network lends it for so many hours only (`manifest.lendsSaid`). That something
 * was said, by whom and where stays, and the address at which it can still be read.
 */
export function forgetLent(desk: Desk): DueWork {
  return {
    name: 'inbox-forget',
    role: 'worker',
    async nextDue() {
      const dues: number[] = []
      for (const { hours, channelIds } of await lenders(desk)) {
        const first = await tablesOf<InboxTables>(desk.db)
          .selectFrom('messages')
          .select((eb) => eb.fn.min('keptAt').as('keptAt'))
          .where(stillKept(channelIds))
          .executeTakeFirst()
        if (first?.keptAt) dues.push(first.keptAt.getTime() + hours * HOUR_MS)
      }
      return dues.length > 0 ? new Date(Math.min(...dues)) : null
    },
    async runDue() {
      const now = desk.clock.now()
      let forgotten = 0
      for (const { hours, channelIds } of await lenders(desk)) {
        const done = await tablesOf<InboxTables>(desk.db)
          .updateTable('messages')
          .set({ text: '', forgottenAt: now })
          .where(stillKept(channelIds))
          .where('keptAt', '<=', new Date(now.getTime() - hours * HOUR_MS))
          .executeTakeFirst()
        forgotten += Number(done.numUpdatedRows)
      }
      return forgotten
    },
  }
}

const stillKept = (channelIds: string[]) =>
  sql<SqlBool>`direction = 'in' and forgotten_at is null and channel_id = any(${channelIds}::uuid[])`

/** The networks that lend what is said, with the accounts ever connected there; a practice twin lends nothing real. */
async function lenders(desk: Desk): Promise<{ hours: number; channelIds: string[] }[]> {
  const found = []
  for (const { manifest } of desk.connectors.values()) {
    if (!manifest.lendsSaid || manifest.practice) continue
    const channelIds = await channelsOfNetwork(desk.db, manifest.id)
    if (channelIds.length > 0) found.push({ hours: manifest.lendsSaid.hours, channelIds })
  }
  return found
}
