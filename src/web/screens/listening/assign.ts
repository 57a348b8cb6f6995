import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { MentionView } from '#domain/listening/api.ts'
import { api } from '#web/api/index.ts'
import { useProblemWords, useToast } from '#web/ui/index.ts'

/** Puts somebody in charge of a mention, `me` or a member by id; null: nobody. Answers whether it was kept. */
export function useAssign() {
  const { t } = useLingui()
  const toast = useToast()
  const client = useQueryClient()
  const wordsOf = useProblemWords()
  return useCallback(
    async function assign({ id, assignment }: MentionView, userId: string | null, note = '') {
      try {
        const path = `/mentions/${id}/assignment`
        const said = await api.put<MentionView>(path, { userId, note })
        const name = said.assignment?.name
        toast({
          text: name ? t`Mention assigned to ${name}` : t`No longer assigned to anyone`,
          undo: () => {
            const back = { userId: assignment?.userId ?? null, note: assignment?.note ?? '' }
            void api
              .put(path, back)
              .catch((problem: unknown) => toast({ text: wordsOf(problem).title, kind: 'bad' }))
              .finally(() => void client.invalidateQueries({ queryKey: ['mentions'] }))
          },
        })
        return true
      } catch (problem) {
        toast({ text: wordsOf(problem).title, kind: 'bad' })
        return false
      } finally {
        await client.invalidateQueries({ queryKey: ['mentions'] })
      }
    },
    [client, toast, wordsOf, t],
  )
}
