import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ConversationSummary, ConversationView, MessageView } from '#domain/inbox/api.ts'
import { api } from '#web/api/index.ts'
import { forgetKey, keepDraft, keyFor } from './drafts.ts'

export interface Asked {
  state: 'open' | 'resolved' | 'all'
  kind?: string
  channelId?: string
}

interface Page {
  items: ConversationSummary[]
  next: string | null
}

const PAGE = 60

export const useConversations = (asked: Asked) =>
  useInfiniteQuery({
    queryKey: ['conversations', 'list', asked],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page>('/conversations', {
        query: { ...asked, limit: PAGE, after: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const useConversation = (id: string | undefined) =>
  useQuery({
    queryKey: ['conversations', 'one', id],
    queryFn: ({ signal }) => api.get<ConversationView>(`/conversations/${id}`, { signal }),
    enabled: id !== undefined,
  })

/** What a change answers is the conversation itself: shown at once, the lists are asked again. */
function useAnswered<Input>(run: (input: Input) => Promise<ConversationView>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: (view) => {
      client.setQueryData(['conversations', 'one', view.id], view)
      return client.invalidateQueries({ queryKey: ['conversations', 'list'] })
    },
  })
}

export interface Change {
  id: string
  state?: 'open' | 'resolved'
  unread?: boolean
  assignedTo?: string | null
  blocked?: boolean
}

export const useChange = () =>
  useAnswered(({ id, ...changes }: Change) =>
    api.patch<ConversationView>(`/conversations/${id}`, changes),
  )

interface Reply {
  id: string
  text: string
  resolve: boolean
  /** The message that it answers. */
  answers?: string
}

/**
 * Sends a reply. Pressing again after an answer that never came asks for the same thing by the same key, so that it
 * leaves once; its draft is forgotten even when another conversation was opened meanwhile.
 */
export function useReply() {
  return useAnswered(async ({ id, ...reply }: Reply) => {
    const idempotencyKey = keyFor(id, JSON.stringify(reply))
    const view = await api.post<ConversationView>(`/conversations/${id}/replies`, reply, {
      idempotencyKey,
    })
    forgetKey(id)
    keepDraft(id, '')
    return view
  })
}

type Action = NonNullable<MessageView['delivery']>['actions'][number]

/** What a person decides about a reply that the desk could not bring to its end by itself. */
export function useDecision(conversationId: string, deliveryId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (action: Action) => api.post(`/deliveries/${deliveryId}/${action}`, {}),
    onSettled: () =>
      client.invalidateQueries({ queryKey: ['conversations', 'one', conversationId] }),
  })
}
