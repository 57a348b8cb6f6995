import { useQuery } from '@tanstack/react-query'
import type { ResultsView } from '#domain/analytics/api.ts'
import type { ChannelView } from '#domain/channels/api.ts'
import { api } from '#web/api/index.ts'

export type ResultsAsked = { from: string; to: string; channelId?: string }

export const useResults = (asked: ResultsAsked) =>
  useQuery({
    queryKey: ['results', asked],
    queryFn: ({ signal }) => api.get<ResultsView>('/results', { query: asked, signal }),
  })

export const useChannels = () =>
  useQuery({
    queryKey: ['channels'],
    queryFn: ({ signal }) => api.get<ChannelView[]>('/channels', { signal }),
  })
