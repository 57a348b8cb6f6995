import { useQuery } from '@tanstack/react-query'
import type { ChannelView, ConnectorView } from '#domain/channels/api.ts'
import { api, stillThere, useChannels, useCompany } from '#web/api/index.ts'

/** The accounts there are, those in trouble first. */
export const useAccounts = () => useChannels(inTroubleFirst)

const inTroubleFirst = (all: ChannelView[]) => stillThere(all).toSorted(troubleFirst)

/** Networks that can be connected in this company; the list changes only with the desk's version. */
export function useConnectors() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['connectors', id],
    queryFn: ({ signal }) => api.get<ConnectorView[]>('/connectors', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

function troubleFirst(a: ChannelView, b: ChannelView): number {
  const broken = Number(b.state === 'broken') - Number(a.state === 'broken')
  return broken || a.networkName.localeCompare(b.networkName) || a.handle.localeCompare(b.handle)
}
