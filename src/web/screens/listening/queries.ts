import {
  type InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type {
  MentionsPage,
  OffersView,
  QueryView,
  SourceView,
  UnseenView,
} from '#domain/listening/api.ts'
import type { LearningView } from '#domain/listening/learning/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { askedOf, type MentionFilters } from './mention-filters.ts'

type Stream = InfiniteData<MentionsPage>

/** @param days length of the period that is counted */
export function useQueries(days: string) {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['mentions', id, 'queries', days],
    queryFn: ({ signal }) => api.get<QueryView[]>('/queries', { query: { days }, signal }),
    placeholderData: keepPreviousData,
  })
}

/** How many mentions nobody has seen. One that two queries found is one: theirs are not added up. */
export function useUnseen() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['mentions', id, 'unseen'],
    queryFn: ({ signal }) => api.get<UnseenView>('/mentions/unseen', { signal }),
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

/** What corrections have taught. */
export function useLearning() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['mentions', id, 'learning'],
    queryFn: ({ signal }) => api.get<LearningView>('/listening/learning', { signal }),
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

export function streamKey(companyId: string, filters: MentionFilters) {
  return ['mentions', companyId, 'stream', filters] as const
}

/** A list longer than this is not asked for again by itself: each of its pages would be. */
const MOST_PAGES_AGAIN = 4

export function useMentions(filters: MentionFilters) {
  const { id } = useCompany()
  const client = useQueryClient()
  const queryKey = streamKey(id, filters)
  const mentions = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      api.get<MentionsPage>('/mentions', {
        query: { ...askedOf(filters, new Date()), after: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: (query) => ((query.state.data?.pages.length ?? 0) > MOST_PAGES_AGAIN ? 'static' : 0),
  })
  const behind = useSyncExternalStore(
    (changed) => client.getQueryCache().subscribe(changed),
    () => {
      const { data, isInvalidated } = client.getQueryState<Stream>(queryKey) ?? {}
      return isInvalidated === true && (data?.pages.length ?? 0) > MOST_PAGES_AGAIN
    },
  )
  return { ...mentions, behind }
}
