import { useOpenComposer } from '#web/shell/index.ts'
import { useCallback } from 'react'

/** Opens a draft in the composer with a day, or a wall time, already chosen. */
export function useWriteOn(): (postId: string, date: string) => void {
  const openComposer = useOpenComposer()
  return useCallback((postId, date) => openComposer({ postId, date }), [openComposer])
}
