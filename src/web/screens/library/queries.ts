import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import type { MediaView } from '#domain/publishing/api.ts'
import { api, useCompany } from '#web/api/index.ts'

interface MediaPage {
  items: MediaView[]
  next: string | null
}

const PAGE = 60

/** Pictures of the company, newest first, page after page. */
export function useMedia() {
  const { id } = useCompany()
  return useInfiniteQuery(
    infiniteQueryOptions({
      queryKey: ['media', id],
      queryFn: ({ pageParam, signal }) =>
        api.get<MediaPage>('/media', { query: { limit: PAGE, after: pageParam }, signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
    }),
  )
}
