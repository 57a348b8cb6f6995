import { useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Misbehaviour, MisbehaviourView, MisbehavingView } from '#domain/practice/api.ts'
import { api, useCompany } from '#web/api/index.ts'

const PATH = '/practice/misbehaviours'
/** It wears off by itself as posts leave: looked at again while something is on. */
const AGAIN_MS = 5000

/** What practice accounts have still to do wrong; nothing is asked in a real company. */
export function useMisbehaviours() {
  const { id, practice } = useCompany()
  return useQuery({
    queryKey: ['misbehaviours', id],
    queryFn: ({ signal }) => api.get<MisbehaviourView[]>(PATH, { signal }),
    enabled: practice,
    refetchInterval: ({ state }) => (state.data?.length ? AGAIN_MS : false),
  })
}

export function useMisbehave(channelId: string) {
  const client = useQueryClient()
  const told = () => client.invalidateQueries({ queryKey: ['misbehaviours'] })
  const start = useMutation({
    mutationFn: (asked: { kind: Misbehaviour; times: number }) =>
      api.post<MisbehavingView>(PATH, { channelId, ...asked }),
    onSuccess: told,
  })
  const stop = useMutation({
    mutationFn: () => api.delete(`${PATH}/${channelId}`),
    onSuccess: told,
  })
  return { start, stop }
}

/** What the network does, and what Vigie does about it. */
export function useMisbehaviourWords(): Record<Misbehaviour, { label: string; hint: string }> {
  const { t } = useLingui()
  return {
    'lost-answer': {
      label: t`Its response is lost`,
      hint: t`It publishes, and the connection drops before it says so. Vigie reads the account back and finds the post, or asks you where an account cannot be read; it sends nothing again.`,
    },
    nonsense: {
      label: t`It returns nonsense`,
      hint: t`It publishes, and its response means nothing. Vigie reads the account back, or asks you, before anything else.`,
    },
    down: {
      label: t`It is down`,
      hint: t`It accepts nothing, and says so. Vigie tries again after 5 s, 30 s, 2 min, then less and less often, for a day.`,
    },
    refusing: {
      label: t`It asks to wait`,
      hint: t`It wants a minute without requests. Vigie waits until then, and sends nothing else to this account before.`,
    },
    slow: {
      label: t`It is slow`,
      hint: t`It responds after ten seconds. Vigie waits for it, and sends nothing twice.`,
    },
    revoked: {
      label: t`It revokes access`,
      hint: t`It refuses every request for this account. Vigie stops, and asks you to reconnect it; “Retry” then sends what did not go out.`,
    },
  }
}
