import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import type { MediaItem } from '#domain/publishing/api.ts'
import { api, useCompany } from '#web/api/index.ts'

interface MediaPage {
  items: MediaItem[]
  next: string | null
}

export const SHOWN = ['all', 'undescribed', 'used', 'unused', 'videos'] as const

/** What of the library is wanted. */
export interface Asked {
  search: string
  show: (typeof SHOWN)[number]
}

const PAGE = 60
const EVERYTHING: Asked = { search: '', show: 'all' }

/** Pictures and videos of the company, newest first, page after page. */
export function useMedia(asked: Asked = EVERYTHING) {
  const { id } = useCompany()
  const { search, show } = asked
  return useInfiniteQuery(
    infiniteQueryOptions({
      queryKey: ['media', id, search, show],
      queryFn: ({ pageParam, signal }) =>
        api.get<MediaPage>('/media', {
          query: { limit: PAGE, after: pageParam, search: search || null, show },
          signal,
        }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
      placeholderData: (former) => former,
    }),
  )
}
