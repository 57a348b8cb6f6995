import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { QueryView } from '#domain/listening/api.ts'
import type { TopicsView } from '#domain/listening/topics/api.ts'
import { api, useCompany } from '#web/api/index.ts'

/** Topics change slowly and take some reading: they are asked for again after five minutes, not at each mention. */
const FRESH_MS = 5 * 60_000

export function useTopics(queryId: string, days: string) {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['topics', id, 'new', queryId, days],
    queryFn: ({ signal }) =>
      api.get<TopicsView>('/topics', { query: { queryId: queryId || undefined, days }, signal }),
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
  })
}

export function useUnexpected(days: string) {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['topics', id, 'unexpected', days],
    queryFn: ({ signal }) => api.get<TopicsView>('/topics/unexpected', { query: { days }, signal }),
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
  })
}

export function useQueryNames() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['mentions', id, 'queries', '14'],
    queryFn: ({ signal }) => api.get<QueryView[]>('/queries', { query: { days: '14' }, signal }),
  })
}
