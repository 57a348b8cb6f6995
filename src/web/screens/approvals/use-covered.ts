import type { ChannelView } from '#domain/channels/api.ts'
import type { RuleView } from '#domain/publishing/approvals/api.ts'
import { useCampaigns } from '../campaigns/queries.ts'
import { useChannelList, useConnectorMap } from '../composer/queries.ts'

interface Named {
  id: string
  name: string
}

/** What a rule may be about, in words: what is there now, and what it names already. */
export function useCovered(scope: RuleView['scope']): {
  accounts: Named[]
  networks: Named[]
  campaigns: Named[]
} {
  const { data: channels = [] } = useChannelList()
  const { data: campaigns = [] } = useCampaigns()
  const connectors = useConnectorMap()
  const here = channels.filter(({ state }) => state !== 'disconnected')
  const networkIds = [...new Set([...here.map((one) => one.connectorId), ...scope.connectorIds])]
  return {
    accounts: channels
      .filter((one) => here.includes(one) || scope.channelIds.includes(one.id))
      .map(({ id, networkName, handle }) => ({ id, name: `${networkName} · ${handle}` })),
    networks: networkIds.map((id) => ({
      id,
      name: nameIn(channels, id) ?? connectors.get(id)?.name ?? id,
    })),
    campaigns: campaigns
      .filter(({ id, stage }) => stage !== 'archived' || scope.campaignIds.includes(id))
      .map(({ id, name }) => ({ id, name })),
  }
}

/** What a rule is about, by name; none: everything. */
export function useCoveredNames(scope: RuleView['scope']): string[] {
  const { accounts, networks, campaigns } = useCovered(scope)
  const among = (offered: Named[], ids: readonly string[]) =>
    offered.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  return [
    ...among(accounts, scope.channelIds),
    ...among(networks, scope.connectorIds),
    ...among(campaigns, scope.campaignIds),
  ]
}

const nameIn = (channels: readonly ChannelView[], connectorId: string) =>
  channels.find((one) => one.connectorId === connectorId)?.networkName
