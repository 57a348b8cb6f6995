import type { Desk } from '#domain/desk.ts'
import { type Language, say, type Text } from '#platform/text.ts'
import { accessEnds } from './access.ts'
import { connectorOf, limitsOf } from './account.ts'
import type { ChannelView } from './api.ts'
import { keysMissingReason, needsKeys } from './apps/keys.ts'
import { isMissing } from './missing-connector.ts'
import type { Channel } from './model.ts'

const brokenSentence: Text = {
  en: '{network} no longer accepts our access to {handle}. Reconnect the account; posts whose time passes meanwhile are kept for you to send.',
  fr: '{network} n’accepte plus notre accès à {handle}. Reconnectez le compte ; les publications dont l’heure passe entre-temps vous sont gardées, à renvoyer.',
}

const missingSentence: Text = {
  en: 'Vigie no longer has the connector for {network}: nothing is published to {handle} and nothing is read. Ask whoever runs Vigie to put it back, or disconnect the account.',
  fr: 'Ce poste n’a plus de quoi parler à {network} : rien ne part par {handle} et rien n’y est lu. Demandez à la personne qui s’occupe du poste de le remettre, ou déconnectez le compte.',
}

/**
 * A channel as screens and programs see it: never a secret.
 * @param withKeys networks whose app keys the company has entered: without them, nothing is asked of the network
 */
export function presentChannel(
  desk: Desk,
  channel: Channel,
  language: Language,
  withKeys?: ReadonlySet<string>,
): ChannelView {
  const connector = connectorOf(desk, channel)
  const { manifest } = connector
  const handed = connector.handed?.(channel)
  const cannotSpeak = isMissing(connector) && channel.state !== 'disconnected'
  const { textMax, imagesMax, imageMaxBytes, imageTypes, altMax, poll } = limitsOf(desk, channel)
  const params = { network: manifest.name, handle: channel.handle }
  const lacksKeys = Boolean(withKeys && needsKeys(manifest) && !withKeys.has(manifest.id))
  const broken = cannotSpeak
    ? missingSentence
    : lacksKeys
      ? keysMissingReason(manifest.name)
      : brokenSentence
  const cannotWork = cannotSpeak || (channel.state === 'connected' && lacksKeys)
  const state = cannotWork ? 'broken' : channel.state
  return {
    id: channel.id,
    connectorId: channel.connectorId,
    looksLike: manifest.plays ?? manifest.id,
    networkName: handed?.called[language] ?? manifest.called?.[language] ?? manifest.name,
    stamp: handed?.stamp ?? manifest.stamp,
    handle: channel.handle,
    displayName: channel.displayName,
    avatarUrl: channel.avatarUrl,
    profileUrl: channel.profileUrl,
    state,
    trouble: state === 'broken' ? say(broken, language, params) : null,
    troubleSince: channel.troubleSince?.toISOString() ?? null,
    accessExpiresAt: channel.accessExpiresAt?.toISOString() ?? null,
    reconnectBy: accessEnds(desk, channel)?.toISOString() ?? null,
    lastHeardAt: channel.lastHeardAt?.toISOString() ?? null,
    capabilities: manifest.capabilities,
    handed: handed
      ? {
          proof: handed.proof,
          counts: handed.counts,
          visits: handed.visits,
          closed: handed.closed?.[language] ?? null,
        }
      : null,
    site: manifest.site,
    limits: { textMax, imagesMax, imageMaxBytes, imageTypes, altMax, poll },
  }
}
