import { useQuery } from '@tanstack/react-query'
import type { ChannelView } from '#domain/channels/api.ts'
import type { CrisisScope } from '#domain/publishing/crisis/api.ts'
import { api, useCompany } from '#web/api/index.ts'

export interface Target {
  value: string
  label: string
}

/** What one may hold of each kind; a kind without any is not offered. */
export function useTargets(): Record<CrisisScope, Target[]> {
  const { id } = useCompany()
  const { data: channels = [] } = useQuery({
    queryKey: ['channels', id],
    queryFn: ({ signal }) => api.get<ChannelView[]>('/channels', { signal }),
  })
  const { data: campaigns = [] } = useQuery({
    queryKey: ['campaigns', id],
    queryFn: ({ signal }) => api.get<{ id: string; name: string }[]>('/campaigns', { signal }),
  })
  const networks = new Map(channels.map((one) => [one.connectorId, one.networkName]))
  return {
    company: [],
    network: [...networks].map(([value, label]) => ({ value, label })),
    account: channels.map((one) => ({
      value: one.id,
      label: `${one.networkName} · ${one.handle}`,
    })),
    campaign: campaigns.map(({ id: value, name }) => ({ value, label: name })),
  }
}
