import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import { api } from './api.ts'
import { useCompany } from './session.ts'

/**
 * The company's accounts, asked for once by all screens; those taken off included, since past posts still name them.
 * @param select what of them is wanted; a function that stays the same
 */
export function useChannels<T = ChannelView[]>(select?: (channels: ChannelView[]) => T) {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['channels', id],
    queryFn: ({ signal }) => api.get<ChannelView[]>('/channels', { signal }),
    ...(select ? { select } : {}),
  })
}

/** Those that were not taken off. */
export const stillThere = (channels: ChannelView[]): ChannelView[] =>
  channels.filter(({ state }) => state !== 'disconnected')

/** The company's accounts by their ids, and whether none is left. */
export function useChannelMap(): { byId: ReadonlyMap<string, ChannelView>; isEmpty: boolean } {
  const { data } = useChannels()
  const byId = useMemo(() => new Map((data ?? []).map((one) => [one.id, one])), [data])
  return { byId, isEmpty: data ? stillThere(data).length === 0 : false }
}
