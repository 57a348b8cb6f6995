import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { MentionsPage, OffersView, QueryView, SourceView } from '#domain/listening/api.ts'
import { api, useCompany } from '#web/api/index.ts'

export interface StreamFilters {
  queryId: string
  sourceId: string
  state: string
  /** `negative`… of the opinion, an intent or a risk; empty for all. */
  signal: string
}

/** @param days length of the period that is counted */
export function useQueries(days: string) {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['mentions', id, 'queries', days],
    queryFn: ({ signal }) => api.get<QueryView[]>('/queries', { query: { days }, signal }),
    placeholderData: keepPreviousData,
  })
}

/** Sources tell no event when they are merely well: their last word is asked for again every minute. */
export function useSources() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['mentions', id, 'sources'],
    queryFn: ({ signal }) => api.get<SourceView[]>('/sources', { signal }),
    refetchInterval: 60_000,
  })
}

export function useOffers(enabled: boolean) {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['mentions', id, 'offers'],
    queryFn: ({ signal }) => api.get<OffersView>('/sources/offers', { signal }),
    enabled,
  })
}

/** `risk:leak` in the address is `risk=leak` to the desk; anything else is no filter. */
function signalQuery(signal: string): Record<string, string> {
  const [kind = '', name] = signal.split(':')
  return ['sentiment', 'intent', 'risk'].includes(kind) && name ? { [kind]: name } : {}
}

export function streamKey(companyId: string, filters: StreamFilters) {
  return ['mentions', companyId, 'stream', filters] as const
}

export function useMentions({ queryId, sourceId, state, signal: read }: StreamFilters) {
  const { id } = useCompany()
  const filters = { queryId, sourceId, state, signal: read }
  return useInfiniteQuery({
    queryKey: streamKey(id, filters),
    queryFn: ({ pageParam, signal }) =>
      api.get<MentionsPage>('/mentions', {
        query: {
          state,
          after: pageParam,
          queryId: queryId || undefined,
          sourceId: sourceId || undefined,
          ...signalQuery(read),
        },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}
