import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import type { SourceView } from '#domain/listening/api.ts'
import { api } from '#web/api/index.ts'
import { useProblemWords, useToast } from '#web/ui/index.ts'

/** What a person may do with a source, each said back in a sentence. */
export function useSourceActions({ id, name }: SourceView) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const wordsOf = useProblemWords()

  const act = async (work: () => Promise<unknown>, text: string, undo?: () => void) => {
    try {
      await work()
      toast({ text, ...(undo ? { undo } : {}) })
    } catch (problem) {
      const { title, detail } = wordsOf(problem)
      toast({ text: [title, detail].filter(Boolean).join('. '), kind: 'bad' })
    }
    await client.invalidateQueries({ queryKey: ['mentions'] })
  }
  const setPaused = (paused: boolean) => api.patch(`/sources/${id}`, { paused })

  const resume = () => void act(() => setPaused(false), t`Listening to ${name} again`)
  const pause = () => void act(() => setPaused(true), t`${name} is paused`, resume)
  const readNow = () => void act(() => api.post(`/sources/${id}/read`), t`Reading ${name} now`)
  return { readNow, pause, resume }
}
