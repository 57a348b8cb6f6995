import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { CalendarFeedView, FeedRuleView, ImportView } from '#domain/exchange/api.ts'
import type { NeededView } from '#domain/publishing/approvals/api.ts'
import { api, stillThere, useChannels, useCompany } from '#web/api/index.ts'
import { useFormat } from '#web/ui/index.ts'

/** Accounts by which posts can leave. */
export const useAccounts = () => useChannels(stillThere)

/** What a file would become, in the reader's language. */
export function useImport(importId: string) {
  const { locale } = useFormat()
  return useQuery({
    queryKey: importKey(importId, locale),
    queryFn: ({ signal }) => api.get<ImportView>(`/imports/${importId}`, { signal }),
  })
}

const importKey = (importId: string, locale: string) => ['imports', importId, locale]

/** Puts an answer of the desk where the screen reads. */
export function useKeepImport() {
  const client = useQueryClient()
  const { locale } = useFormat()
  return (view: ImportView) => client.setQueryData(importKey(view.id, locale), view)
}

export function useFeedRules() {
  const { id } = useCompany()
  const { locale } = useFormat()
  return useQuery({
    queryKey: ['feed-rules', id, locale],
    queryFn: ({ signal }) => api.get<FeedRuleView[]>('/feed-rules', { signal }),
  })
}

/** Whom posts by these accounts would wait for. */
export function useRuleApproval(channelIds: readonly string[]) {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['approvals', id, 'feed-rule', channelIds],
    queryFn: ({ signal }) =>
      api.post<NeededView>('/feed-rules/approval', { channelIds }, { signal }),
    enabled: channelIds.length > 0,
    placeholderData: (former) => former,
  })
}

export function useCalendarFeeds() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['calendar-feeds', id],
    queryFn: ({ signal }) => api.get<CalendarFeedView[]>('/calendar-feeds', { signal }),
  })
}
