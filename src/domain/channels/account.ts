import type { Account, Connector } from '#connectors/_contract/connector.ts'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { missingConnector } from './missing-connector.ts'
import { type Channel, type ChannelLimits, limitsFrom } from './model.ts'
import type { ChannelsTables } from './tables.ts'

/** What binds sealed secrets to their channel: moved to another row, they do not open. */
export const secretsContext = (channelId: string) => `channel:${channelId}`

/** The account as its connector wants it, secrets opened. Never log it, never send it to a screen. */
export function accountOf(desk: Desk, channel: Channel): Account {
  const secrets = JSON.parse(desk.secrets.open(channel.sealedSecrets, secretsContext(channel.id)))
  return {
    remoteId: channel.remoteId,
    handle: channel.handle,
    settings: channel.settings,
    secrets: secrets as Record<string, string>,
  }
}

/** What speaks to the network; one that can do nothing when its folder was taken off this desk. */
export function connectorOf(desk: Desk, channel: Pick<Channel, 'connectorId'>): Connector {
  return desk.connectors.get(channel.connectorId) ?? missingConnector(channel.connectorId)
}

export function limitsOf(
  desk: Desk,
  channel: Pick<Channel, 'connectorId' | 'settings'>,
): ChannelLimits {
  const connector = connectorOf(desk, channel)
  return limitsFrom(connector.manifest, connector.limitsOf?.(channel))
}

export async function saveSecrets(
  desk: Desk,
  channelId: string,
  secrets: Record<string, string>,
  expiresAt?: Date,
): Promise<void> {
  const sealedSecrets = desk.secrets.seal(JSON.stringify(secrets), secretsContext(channelId))
  await tablesOf<ChannelsTables>(desk.db)
    .updateTable('channels')
    .set({
      sealedSecrets,
      ...(expiresAt ? { accessExpiresAt: expiresAt, accessFrom: desk.clock.now() } : {}),
    })
    .where('id', '=', channelId)
    .execute()
}
