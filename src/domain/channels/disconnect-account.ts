import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { accountOf, connectorOf, secretsContext } from './account.ts'
import type { Who } from './connect-account.ts'
import { findChannel } from './store.ts'
import type { ChannelsTables } from './tables.ts'
import { toolsFor } from './tools.ts'

/** Takes an account off: its access is given back to the network and forgotten here; its history stays. */
export async function disconnectAccount(desk: Desk, who: Who, id: string): Promise<void> {
  const channel = await findChannel(desk.db, who.companyId, id)
  if (!channel || channel.state === 'disconnected') throw new Problem(notFound)
  const { revoke } = connectorOf(desk, channel).connect
  // A network that does not answer must not keep a person from leaving it.
  const tools = await toolsFor(desk, channel)
  if (tools.ok) await revoke?.(tools.value, accountOf(desk, channel)).catch(() => {})
  const now = desk.clock.now()
  await tablesOf<ChannelsTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const sealedSecrets = desk.secrets.seal('{}', secretsContext(id))
      await trx
        .updateTable('channels')
        .set({ state: 'disconnected', sealedSecrets, trouble: null, troubleSince: null })
        .where('id', '=', id)
        .execute()
      await audit(trx, {
        companyId: who.companyId,
        at: now,
        actor: who.id,
        action: 'channel.disconnected',
        subject: `channel:${id}`,
      })
      await emit(trx, who.companyId, 'channel.disconnected', { channelId: id })
    })
}
