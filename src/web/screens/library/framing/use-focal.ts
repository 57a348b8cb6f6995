import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { MediaView } from '#domain/publishing/api.ts'
import { api } from '#web/api/index.ts'

export type Focal = NonNullable<MediaView['focal']>

const PAUSE_MS = 400

/** The point to keep in sight of a picture: shown at once, kept after a pause. */
export function useFocal(media: MediaView, onChanged?: (media: MediaView) => void) {
  const client = useQueryClient()
  const [focal, setFocal] = useState(media.focal)
  const saved = useRef(media.focal)
  const { mutate, error } = useMutation({
    mutationFn: (point: Focal | null) =>
      api.patch<MediaView>(`/media/${media.id}`, { focal: point }),
    retry: 2,
    onError: () => {
      saved.current = media.focal
    },
    onSuccess: (changed) => {
      onChanged?.(changed)
      void client.invalidateQueries({ queryKey: ['media'] })
      void client.invalidateQueries({ queryKey: ['posts', 'check'] })
    },
  })
  const save = useEffectEvent(() => {
    if (focal === saved.current) return
    saved.current = focal
    mutate(focal)
  })
  useEffect(() => {
    const timer = setTimeout(save, PAUSE_MS)
    return () => clearTimeout(timer)
    // Each step puts it off.
  }, [focal])
  // Left before the pause was over.
  useEffect(() => () => save(), [])
  return { focal, setFocal, problem: error }
}
