import { useQuery } from '@tanstack/react-query'
import type { MessageView, ToldEvent, WebhookView } from '#domain/webhooks/api.ts'
import { api, useCompany } from '#web/api/index.ts'

export function useWebhooks() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['webhooks', id],
    queryFn: ({ signal }) => api.get<WebhookView[]>('/webhooks', { signal }),
  })
}

/** @param language the sentences come in it */
export const useToldEvents = (language: string) =>
  useQuery({
    queryKey: ['webhooks', 'events', language],
    queryFn: ({ signal }) => api.get<ToldEvent[]>('/webhooks/events', { signal }),
    staleTime: Infinity,
  })

/** What a webhook was told lately; asked again by itself while something is on its way. */
export const useMessages = (webhookId: string, language: string) =>
  useQuery({
    queryKey: ['webhooks', 'messages', webhookId, language],
    queryFn: ({ signal }) => api.get<MessageView[]>(`/webhooks/${webhookId}/messages`, { signal }),
    refetchInterval: (query) =>
      query.state.data?.some(({ state }) => state === 'planned') ? 2000 : false,
  })
