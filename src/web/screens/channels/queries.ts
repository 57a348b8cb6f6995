import { useLingui } from '@lingui/react'
import { useQuery } from '@tanstack/react-query'
import type { ChannelView, ConnectorView } from '#domain/channels/api.ts'
import type { AppView } from '#domain/channels/apps/api.ts'
import type { LookView } from '#domain/channels/doctor/api.ts'
import type { ReturnView } from '#domain/channels/returns/api.ts'
import type { EmbedView } from '#domain/visits/api.ts'
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

/** What is entered of the company's app at a network. */
export function useApp(connectorId: string) {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['app', id, connectorId],
    queryFn: ({ signal }) => api.get<AppView>(`/connectors/${connectorId}/app`, { signal }),
  })
}

/** What puts an account's site on the company's website, and what was typed in to connect it. */
export function useEmbed(channelId: string) {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['channels', id, channelId, 'embed'],
    queryFn: ({ signal }) => api.get<EmbedView>(`/channels/${channelId}/embed`, { signal }),
    enabled: channelId !== '',
  })
}

/** Whether an account of a network can be connected from where this page is open. */
export function useDoctor(connectorId: string) {
  const { id } = useCompany()
  const { i18n } = useLingui()
  return useQuery({
    queryKey: ['doctor', id, connectorId, i18n.locale],
    queryFn: ({ signal }) =>
      api.get<LookView[]>(
        `/connectors/${connectorId}/doctor?from=${encodeURIComponent(location.origin)}`,
        { signal },
      ),
  })
}

/** What the network sent back, kept by the desk under this id. */
export function useReturn(returnId: string) {
  const { id } = useCompany()
  const { i18n } = useLingui()
  return useQuery({
    queryKey: ['connect-return', id, returnId, i18n.locale],
    queryFn: ({ signal }) => api.get<ReturnView>(`/channels/returns/${returnId}`, { signal }),
    enabled: returnId !== '',
    retry: false,
  })
}

function troubleFirst(a: ChannelView, b: ChannelView): number {
  const broken = Number(b.state === 'broken') - Number(a.state === 'broken')
  return broken || a.networkName.localeCompare(b.networkName) || a.handle.localeCompare(b.handle)
}
