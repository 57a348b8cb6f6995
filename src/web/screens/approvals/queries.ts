import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type {
  ApprovalView,
  DecisionWord,
  NeededView,
  RulesView,
  WaitingLists,
} from '#domain/publishing/approvals/api.ts'
import type { CommentView } from '#domain/publishing/approvals/comments/api.ts'
import type { ReviewLinkView } from '#domain/publishing/approvals/outside/api.ts'
import { api, useCompany } from '#web/api/index.ts'

/** What waits for me, what I asked for, what was decided. */
export function useWaiting() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['approvals', id, 'waiting'],
    queryFn: ({ signal }) => api.get<WaitingLists>('/approvals', { signal }),
  })
}

/** What one post waits for; null when it waits for nothing. */
export function useApproval(postId: string | null) {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['approvals', id, 'post', postId],
    queryFn: async ({ signal }) =>
      (await api.get<{ approval: ApprovalView | null }>(`/posts/${postId}/approval`, { signal }))
        .approval,
    enabled: postId !== null,
  })
}

export function useComments(postId: string | null) {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['approvals', id, 'comments', postId],
    queryFn: ({ signal }) => api.get<CommentView[]>(`/posts/${postId}/comments`, { signal }),
    enabled: postId !== null,
  })
}

/** Links given to people outside for a post. */
export function useReviewLinks(postId: string | null, enabled: boolean) {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['approvals', id, 'links', postId],
    queryFn: ({ signal }) =>
      api.get<ReviewLinkView[]>('/review-links', { query: { postId }, signal }),
    enabled: enabled && postId !== null,
  })
}

export function useRules() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['approvals', id, 'rules'],
    queryFn: ({ signal }) => api.get<RulesView>('/approval-rules', { signal }),
  })
}

/** A draft as far as approval looks at it. */
export interface Written {
  text: string
  mediaIds: string[]
  thread: unknown[]
  firstComment: string
  poll: unknown
  campaignId: string | null
  variants: { channelId: string }[]
}

/** Whether saving it as it stands waits for somebody, and whose approval that would void. */
export function useForecast(draft: Written, postId: string | null): NeededView | undefined {
  const { id } = useCompany()
  const { text, mediaIds, thread, firstComment, poll, campaignId, variants } =
    useDeferredValue(draft)
  const asked = { text, mediaIds, thread, firstComment, poll, campaignId, variants, postId }
  const { data } = useQuery({
    queryKey: ['approvals', id, 'needed', asked],
    queryFn: ({ signal }) => api.post<NeededView>('/approvals/needed', asked, { signal }),
    enabled: variants.length > 0,
    placeholderData: (former) => former,
    retry: false,
    gcTime: 30_000,
  })
  return variants.length > 0 ? data : undefined
}

export interface Decide {
  approval: ApprovalView
  decision: DecisionWord
  comment?: string
}

/** Decides on what is shown. Something else by now is a refusal, and the post is read again. */
export function useDecide() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ approval, decision, comment = '' }: Decide) =>
      api.post(`/posts/${approval.postId}/approval/decisions`, {
        decision,
        comment,
        step: approval.active,
        content: approval.content,
      }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['approvals'] }),
        client.invalidateQueries({ queryKey: ['posts'] }),
      ]),
  })
}

export interface NewComment {
  body: string
  replyTo?: string | null
  channelId?: string | null
  anchor?: { start: number; quote: string; before: string; after: string } | null
}

export function useComment(postId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (comment: NewComment) => api.post(`/posts/${postId}/comments`, comment),
    onSettled: () => client.invalidateQueries({ queryKey: ['approvals'] }),
  })
}

export function useResolve() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, resolved }: { id: string; resolved: boolean }) =>
      api.patch(`/comments/${id}`, { resolved }),
    onSettled: () => client.invalidateQueries({ queryKey: ['approvals'] }),
  })
}
