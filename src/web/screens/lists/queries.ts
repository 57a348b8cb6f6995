import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ListOfAccount, MailingView, SubscriberView } from '#domain/subscribers/api.ts'
import { api, useCompany } from '#web/api/index.ts'

export function useLists() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['lists', id],
    queryFn: ({ signal }) => api.get<ListOfAccount[]>('/lists', { signal }),
  })
}

/** Asked again by itself while letters are on their way. */
export const useMailings = (channelId: string) =>
  useQuery({
    queryKey: ['lists', 'mailings', channelId],
    queryFn: ({ signal }) => api.get<MailingView[]>(`/channels/${channelId}/mailings`, { signal }),
    refetchInterval: (query) =>
      query.state.data?.some(({ letters }) => letters.waiting > 0) ? 5000 : false,
  })

interface PageOfPeople {
  items: SubscriberView[]
  next: string | null
}

export const usePeople = (channelId: string) =>
  useInfiniteQuery({
    queryKey: ['lists', 'people', channelId],
    queryFn: ({ pageParam, signal }) => {
      const after = pageParam === '' ? '' : `?after=${encodeURIComponent(pageParam)}`
      return api.get<PageOfPeople>(`/channels/${channelId}/subscribers${after}`, { signal })
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
