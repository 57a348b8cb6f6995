import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ResultsView } from '#domain/analytics/api.ts'
import type { LinkDetail, linksPage, LinkView } from '#domain/links/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { useNow } from '#web/ui/index.ts'
import { dayIn } from './days.ts'

export function useLinks() {
  const { id } = useCompany()
  return useInfiniteQuery({
    queryKey: ['links', id, 'list'],
    queryFn: ({ pageParam, signal }) =>
      api.get<z.infer<typeof linksPage>>('/links', { query: { after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

/** One link; the sentences of its reasons come in the reader's language. */
export function useLink(linkId: string, language: string) {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['links', id, 'one', linkId, language],
    queryFn: ({ signal }) => api.get<LinkDetail>(`/links/${linkId}`, { signal }),
  })
}

export const makeLink = (link: { target: string; campaign: string | null }) =>
  api.post<LinkView>('/links', link)

export type PublishedPost = ResultsView['posts'][number]

/**
 * Posts published since the oldest of these links was made, by delivery: no link leaves before it
 * exists. Undefined until they are read.
 */
export function usePostsOf(links: readonly LinkView[]): Map<string, PublishedPost> | undefined {
  const { id, timeZone } = useCompany()
  const oldest = links
    .filter(({ deliveryId }) => deliveryId)
    .map(({ createdAt }) => createdAt)
    .toSorted()[0]
  const from = oldest && dayIn(timeZone, new Date(oldest))
  const to = dayIn(timeZone, new Date(useNow()))
  return useQuery({
    queryKey: ['results', id, 'posts-of-links', from, to],
    queryFn: ({ signal }) => api.get<ResultsView>('/results', { query: { from, to }, signal }),
    enabled: Boolean(from),
    select: ({ posts }) => new Map(posts.map((post) => [post.deliveryId, post])),
  }).data
}
