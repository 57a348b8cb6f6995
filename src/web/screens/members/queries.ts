import { queryOptions } from '@tanstack/react-query'
import type { ChannelView } from '#domain/channels/api.ts'
import type { InvitationView } from '#domain/governance/api.ts'
import { api, useChannels } from '#web/api/index.ts'

export const invitationsQuery = (company: string, may: boolean) =>
  queryOptions({
    queryKey: ['members', company, 'invitations'],
    queryFn: ({ signal }) => api.get<InvitationView[]>('/invitations', { signal }),
    enabled: may,
  })

/** Connected accounts, as people name them. */
export function useAccounts(): { id: string; name: string }[] {
  const { data = [] } = useChannels(named)
  return data
}

const named = (all: ChannelView[]) =>
  all.map((one) => ({ id: one.id, name: `${one.networkName} · ${one.handle}` }))
