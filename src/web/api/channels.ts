import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import { api } from './api.ts'
import { type Company, useCompany } from './session.ts'

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

/** Whether this person may write for an account; the desk decides again when it is asked. */
export const isOwn = ({ channelIds }: Pick<Company, 'channelIds'>, channelId: string): boolean =>
  channelIds === null || channelIds.includes(channelId)

/** Those that were not taken off and that this person may write for. */
export function useOwnChannels() {
  const company = useCompany()
  return useChannels((channels) => stillThere(channels).filter(({ id }) => isOwn(company, id)))
}

/** The company's accounts by their ids, and whether none is left. */
export function useChannelMap(): { byId: ReadonlyMap<string, ChannelView>; isEmpty: boolean } {
  const { data } = useChannels()
  const byId = useMemo(() => new Map((data ?? []).map((one) => [one.id, one])), [data])
  return { byId, isEmpty: data ? stillThere(data).length === 0 : false }
}
