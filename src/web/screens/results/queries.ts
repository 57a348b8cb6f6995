import { useQuery } from '@tanstack/react-query'
import type { ResultsView } from '#domain/analytics/api.ts'
import { api } from '#web/api/index.ts'

export type ResultsAsked = { from: string; to: string; channelId?: string }

export const useResults = (asked: ResultsAsked) =>
  useQuery({
    queryKey: ['results', asked],
    queryFn: ({ signal }) => api.get<ResultsView>('/results', { query: asked, signal }),
  })
