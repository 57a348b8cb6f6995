import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ChannelView } from '#domain/channels/api.ts'
import { api } from '#web/api/index.ts'
import { useProblemWords, useToast } from '#web/ui/index.ts'

/** Asks the network now, and says what it answered. */
export function useCheckChannel({ id, handle, networkName }: ChannelView) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const wordsOf = useProblemWords()
  return useMutation({
    mutationFn: () => api.post<ChannelView>(`/channels/${id}/check`),
    onSuccess: async (channel) => {
      await client.invalidateQueries({ queryKey: ['channels'] })
      if (channel.state === 'connected') toast({ text: t`${networkName} answers for ${handle}.` })
      else toast({ text: channel.trouble ?? t`${networkName} refused.`, kind: 'bad' })
    },
    onError: (problem) => {
      const { title, detail } = wordsOf(problem)
      toast({ text: [title, detail].filter(Boolean).join('. '), kind: 'bad' })
    },
  })
}

export function useDisconnect({ id }: ChannelView): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await api.delete(`/channels/${id}`)
    await client.invalidateQueries({ queryKey: ['channels'] })
  }
}
