import type { Account, Connector } from '#connectors/_contract/connector.ts'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
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

/** @throws Error when the network's folder was taken off this desk */
export function connectorOf(desk: Desk, channel: Pick<Channel, 'connectorId'>): Connector {
  const connector = desk.connectors.get(channel.connectorId)
  if (!connector) throw new Error(`no connector "${channel.connectorId}" on this desk`)
  return connector
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
