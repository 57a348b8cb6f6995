import { sql } from 'kysely'
import type { Connector } from '#connectors/_contract/connector.ts'
import { type Channel, withAccess } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { forgetDeleted } from '../mentions/follow-authors.ts'
import type { ListeningTables } from '../tables.ts'
import { takeTurn } from '../turn.ts'

/** So many are asked for after each reading, drawn by lot: nothing is written down of what was asked. */
const AT_ONCE = 100

/**
 * Forgets mentions that were taken off their network since, where it wants that and can be asked. A silence of the network
 * forgets nothing.
 */
export async function forgetGone(
  desk: Desk,
  { manifest, listen }: Connector,
  channel: Channel,
): Promise<void> {
  if (!listen?.gone) return
  const { gone } = listen
  const { companyId } = channel
  const rows = await tablesOf<ListeningTables>(desk.db)
    .selectFrom('mentions')
    .select('remoteId')
    .where('companyId', '=', companyId)
    .where('connectorId', '=', manifest.id)
    .orderBy(sql`random()`)
    .limit(AT_ONCE)
    .execute()
  const asked = rows.map(({ remoteId }) => remoteId)
  if (asked.length === 0) return
  const told = await withAccess(desk, channel, (account, tools) => gone(tools, account, asked))
  if (!told.ok)
    desk.log.info({ connector: manifest.id, failure: told.failure }, 'nobody told what is gone')
  if (!told.ok || told.value.length === 0) return
  const posts = told.value
  await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await takeTurn(trx, companyId)
      const origin = { companyId, connectorId: manifest.id }
      await forgetDeleted(trx, origin, { posts, authors: [] })
    })
}
