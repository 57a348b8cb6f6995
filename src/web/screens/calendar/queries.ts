import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PostSummary, PostView } from '#domain/publishing/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { addDays } from './days.ts'

/**
 * The posts that stand between two days, the last one included. A day more is asked on either side: which day
 * an instant belongs to is decided here, in the company's zone.
 */
export function usePosts(first: string, last: string) {
  const { id } = useCompany()
  const from = `${addDays(first, -1)}T00:00:00Z`
  const to = `${addDays(last, 2)}T00:00:00Z`
  return useQuery({
    queryKey: ['posts', 'list', id, from, to],
    queryFn: ({ signal }) => api.get<PostSummary[]>('/posts', { query: { from, to }, signal }),
    placeholderData: keepPreviousData,
  })
}

/** Drafts, and what needs attention whenever it was. */
export function useLoosePosts() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['posts', 'list', id, 'loose'],
    queryFn: ({ signal }) => api.get<PostSummary[]>('/posts', { signal }),
  })
}

export const postQuery = (id: string) => ({
  queryKey: ['posts', 'one', id],
  queryFn: ({ signal }: { signal: AbortSignal }) => api.get<PostView>(`/posts/${id}`, { signal }),
})
