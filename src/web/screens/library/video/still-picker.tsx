import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ImageDown } from 'lucide-react'
import { useRef, useState } from 'react'
import type { MediaView } from '#domain/publishing/api.ts'
import { Button, useProblemWords } from '#web/ui/index.ts'
import { sendStill } from '../upload-file.ts'
import { drawStill } from './still-of.ts'

interface StillPickerProps {
  media: MediaView
  onChanged?: ((media: MediaView) => void) | undefined
  disabled?: boolean
}

/** A video to look at, and to stop where its still is. */
export default function StillPicker({ media, onChanged, disabled = false }: StillPickerProps) {
  const { t } = useLingui()
  const words = useProblemWords()
  const client = useQueryClient()
  const video = useRef<HTMLVideoElement>(null)
  const [isUnseen, setUnseen] = useState(false)
  const { mutate, isPending, error } = useMutation({
    async mutationFn() {
      const still = video.current && (await drawStill(video.current))
      return still ? sendStill(media.id, still) : null
    },
    onSuccess(changed) {
      setUnseen(changed === null)
      if (changed) onChanged?.(changed)
      void client.invalidateQueries({ queryKey: ['media'] })
    },
  })
  return (
    <section aria-label={t`Cover frame of ${media.fileName}`} className="space-y-2">
      {/* oxlint-disable-next-line media-has-caption -- what it says is told beside it, in words of the company */}
      <video
        ref={video}
        src={media.url}
        poster={media.hasPoster ? media.thumbnailUrl : undefined}
        controls
        playsInline
        preload="metadata"
        aria-label={media.alt || media.fileName}
        onError={() => setUnseen(true)}
        className="max-h-72 w-full rounded-md border border-rule bg-black"
      />
      {!disabled && (
        <div className="flex flex-wrap items-center gap-2">
          <Button size="sm" icon={ImageDown} busy={isPending} onClick={() => mutate()}>
            <Trans>Use this frame as the cover</Trans>
          </Button>
          <p className="text-xs text-ink-3">
            <Trans>It is what people see before the video plays.</Trans>
          </p>
        </div>
      )}
      {isUnseen && (
        <p role="status" className="text-sm text-wait">
          <Trans>
            This browser cannot show this video: try another one, or export it as MP4 (H.264).
          </Trans>
        </p>
      )}
      {error && (
        <p role="alert" className="text-sm text-bad">
          {words(error).title}
        </p>
      )}
    </section>
  )
}
