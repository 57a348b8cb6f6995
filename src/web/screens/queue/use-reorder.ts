import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { QueueView } from '#domain/planning/slots/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { useProblemWords, useToast } from '#web/ui/index.ts'

export interface Reorder {
  count: number
  /** -1: it keeps its place. */
  placeOf: (postId: string) => number
  moveTo: (postId: string, place: number) => void
}

/** Gives the posts of a queue a new order, with its undo. */
export function useReorder(channelId: string, view: QueueView): Reorder {
  const { t } = useLingui()
  const client = useQueryClient()
  const { id } = useCompany()
  const toast = useToast()
  const words = useProblemWords()
  // What stands outside of the hours, or comes by its own rule, keeps its place.
  const ids = view.entries.flatMap(({ post, slot }) =>
    post && slot && post.origin !== 'recurrence' ? post.id : [],
  )
  const key = ['posts', 'planning', 'queue', id, channelId]
  const put = useMutation({
    mutationFn: (postIds: string[]) => api.put<QueueView>('/queue', { channelId, postIds }),
    onSuccess: (told) => client.setQueryData(key, told),
    onError: (problem) => {
      const { title, detail } = words(problem)
      toast({ kind: 'bad', text: `${title}. ${detail}` })
      void client.invalidateQueries({ queryKey: key })
    },
  })
  return {
    count: ids.length,
    placeOf: (postId) => ids.indexOf(postId),
    moveTo: (postId, place) => {
      if (put.isPending) return
      const left = ids.filter((one) => one !== postId)
      put.mutate([...left.slice(0, place), postId, ...left.slice(place)], {
        onSuccess: () => toast({ text: t`Queue reordered`, undo: () => put.mutate(ids) }),
      })
    },
  }
}
