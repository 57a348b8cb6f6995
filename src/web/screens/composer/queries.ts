import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useState } from 'react'
import type { ChannelView, ConnectorView } from '#domain/channels/api.ts'
import type { CheckView, PostView } from '#domain/publishing/api.ts'
import { api, useChannels, useCompany } from '#web/api/index.ts'
import type { Draft } from './draft.ts'
import type { DeskDoor } from './draft-keeper.ts'

export const deskDoor: DeskDoor = {
  create: (draft, idempotencyKey) => api.post<PostView>('/posts', draft, { idempotencyKey }),
  change: (postId, draft, version) =>
    api.patch<PostView>(`/posts/${postId}`, { ...draft, version }),
  read: (postId) => api.get<PostView>(`/posts/${postId}`),
}

/** Accounts of the company, in the order of their networks. */
export const useChannelList = () => useChannels(byNetwork)

const byNetwork = (channels: ChannelView[]) =>
  channels.toSorted(
    (a, b) => a.networkName.localeCompare(b.networkName) || a.handle.localeCompare(b.handle),
  )

/** What is known of each network, by connector: its options above all. */
export function useConnectorMap(): ReadonlyMap<string, ConnectorView> {
  const { id } = useCompany()
  const { data } = useQuery({
    queryKey: ['connectors', id],
    queryFn: ({ signal }) => api.get<ConnectorView[]>('/connectors', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return new Map((data ?? []).map((one) => [one.id, one]))
}

export interface Check {
  /** What was checked. */
  draft: Draft
  channels: CheckView['channels']
  hints: CheckView['hints']
}

/** What the networks would refuse or change, asked after a pause in writing. The former answer stays meanwhile. */
export function useCheck(
  draft: Draft,
  postId: string | null,
): { check: Check | null; problem: unknown } {
  const { id } = useCompany()
  const asked = useSettled(useDeferredValue(draft), 450)
  const isWorth = asked.variants.length > 0 || asked.text.trim() !== ''
  const { data, error } = useQuery({
    queryKey: ['posts', 'check', id, asked, postId],
    queryFn: async ({ signal }): Promise<Check> => {
      // Itself is not its own double.
      const body = postId ? { ...asked, postId } : asked
      const told = await api.post<CheckView>('/posts/check', body, { signal })
      return { draft: asked, ...told }
    },
    enabled: isWorth,
    placeholderData: (former) => former,
    retry: false,
    gcTime: 30_000,
  })
  return { check: isWorth ? (data ?? null) : null, problem: error }
}

/** A value once it has not changed for a while. */
export function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
