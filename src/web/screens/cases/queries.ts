import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { CasesPage, CaseView } from '#domain/cases/api.ts'
import { api, useCompany } from '#web/api/index.ts'

export interface CaseFilters {
  kind: string
  state: string
  assigned: string
}

/** As the desk is asked for them: an empty filter is none. */
export const asked = ({ kind, state, assigned }: CaseFilters) => ({
  state,
  kind: kind || undefined,
  assigned: assigned || undefined,
})

export function useCases(filters: CaseFilters) {
  const { id } = useCompany()
  return useInfiniteQuery({
    queryKey: ['cases', id, 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      api.get<CasesPage>('/cases', { query: { ...asked(filters), after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export function useCase(caseId: string) {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['cases', id, 'one', caseId],
    queryFn: ({ signal }) => api.get<CaseView>(`/cases/${caseId}`, { signal }),
    enabled: caseId !== '',
  })
}
