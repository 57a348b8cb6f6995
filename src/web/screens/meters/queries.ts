import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { MeterView } from '#domain/publishing/quota/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import type { Draft } from '../composer/draft.ts'
import { useSettled } from '../composer/queries.ts'

/** What each account has used of its quotas, and what this month costs. */
export function useMeters() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['posts', 'meters', id],
    queryFn: ({ signal }) => api.get<MeterView[]>('/meters', { signal }),
  })
}

interface Meant {
  draft: Draft
  postId: string | null
  /** Null: now, or not chosen yet. */
  wallTime: string | null
}

/** The same with a post that is being written, at its hour; asked after a pause. */
export function usePostMeter({ draft, postId, wallTime }: Meant) {
  const { id, timeZone } = useCompany()
  const asked = useSettled(JSON.stringify({ draft, postId, wallTime }), 600)
  return useQuery({
    queryKey: ['posts', 'meter', id, asked],
    queryFn({ signal }) {
      const meant = JSON.parse(asked) as Meant
      const when = meant.wallTime ? { wallTime: meant.wallTime, timeZone } : {}
      const itself = meant.postId ? { postId: meant.postId } : {}
      return api.post<MeterView[]>(
        '/posts/meter',
        { ...meant.draft, ...itself, ...when },
        { signal },
      )
    },
    enabled: draft.variants.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 30_000,
  })
}
