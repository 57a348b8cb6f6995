import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Comparison, Overview } from '#domain/listening/overview/api.ts'
import { api, useCompany } from '#web/api/index.ts'

export interface Asked {
  from: string
  to: string
  by: string
  queryId?: string
  sourceId?: string
}

/** Under `mentions`, so that whatever is told of them has it asked again. */
export function useOverview(asked: Asked) {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['mentions', id, 'overview', asked],
    queryFn: ({ signal }) =>
      api.get<Overview>('/listening/overview', { query: { ...asked }, signal }),
    placeholderData: keepPreviousData,
  })
}

export function useComparison() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['mentions', id, 'rivals'],
    queryFn: ({ signal }) => api.get<Comparison>('/listening/rivals', { signal }),
  })
}
