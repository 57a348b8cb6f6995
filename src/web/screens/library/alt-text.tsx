import { Trans } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { MediaView } from '#domain/publishing/api.ts'
import { api } from '#web/api/index.ts'
import { cx, Field, TextArea, useProblemWords } from '#web/ui/index.ts'

const PAUSE_MS = 800

interface AltTextProps {
  media: MediaView
  label: string
  onDescribed?: (media: MediaView) => void
  disabled?: boolean
}

/** The description of a picture, kept by itself after a pause; a nudge while there is none. */
export function AltText({ media, label, onDescribed, disabled = false }: AltTextProps) {
  const words = useProblemWords()
  const { alt, setAlt, problem } = useDescription(media, onDescribed)
  const isEmpty = alt.trim() === ''
  if (disabled) {
    return (
      <div className="min-w-0 flex-1 text-sm">
        <p className="font-medium">{label}</p>
        <p className="text-ink-2">{isEmpty ? <Trans>Not described</Trans> : alt}</p>
      </div>
    )
  }
  return (
    <Field
      className="min-w-0 flex-1"
      label={<span className={cx('text-sm', isEmpty && 'text-wait')}>{label}</span>}
      hint={
        isEmpty ? <Trans>A description also reaches people who can’t see it.</Trans> : undefined
      }
      error={problem ? words(problem).title : undefined}
    >
      {(aria) => (
        <TextArea
          {...aria}
          value={alt}
          onChange={(event) => setAlt(event.target.value)}
          autosize
          maxLength={4000}
          className="min-h-9!"
        />
      )}
    </Field>
  )
}

function useDescription(media: MediaView, onDescribed: AltTextProps['onDescribed']) {
  const client = useQueryClient()
  const [alt, setAlt] = useState(media.alt)
  const saved = useRef(media.alt)
  const { mutate, error } = useMutation({
    mutationFn: (words: string) => api.patch<MediaView>(`/media/${media.id}`, { alt: words }),
    retry: 2,
    onError: () => {
      saved.current = media.alt
    },
    onSuccess: (described) => {
      saved.current = described.alt
      onDescribed?.(described)
      void client.invalidateQueries({ queryKey: ['media'] })
      void client.invalidateQueries({ queryKey: ['posts', 'check'] })
    },
  })
  const save = useEffectEvent(() => {
    if (alt === saved.current) return
    saved.current = alt
    mutate(alt)
  })
  useEffect(() => {
    const timer = setTimeout(save, PAUSE_MS)
    return () => clearTimeout(timer)
    // Each key pressed puts it off.
  }, [alt])
  // Left before the pause was over.
  useEffect(() => () => save(), [])
  return { alt, setAlt, problem: error }
}
