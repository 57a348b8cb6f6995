import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ChannelView } from '#domain/channels/api.ts'
import type { LookView } from '#domain/channels/doctor/api.ts'
import { api } from '#web/api/index.ts'
import { announce, useProblemWords, useToast } from '#web/ui/index.ts'

/** Asks the network now how the account is; the data are what was found, what is to do on top. */
export function useExamine({ id }: ChannelView) {
  const client = useQueryClient()
  const toast = useToast()
  const wordsOf = useProblemWords()
  return useMutation({
    mutationFn: () => api.post<LookView[]>(`/channels/${id}/examine`),
    onSuccess: async ([first]) => {
      if (first) announce([first.what, first.next].filter(Boolean).join(' '))
      await client.invalidateQueries({ queryKey: ['channels'] })
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
