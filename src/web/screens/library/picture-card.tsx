import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Crosshair, EllipsisVertical, ExternalLink, ImageDown, Play, Trash2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { MediaItem, MediaView } from '#domain/publishing/api.ts'
import { api } from '#web/api/index.ts'
import { IconButton, Menu, useFormat, useProblemWords, useToast } from '#web/ui/index.ts'
import { AltText } from './alt-text.tsx'
import { weight } from './framing/weight.ts'
import { Uses } from './uses.tsx'

const StillDialog = lazy(() => import('./video/still-dialog.tsx'))
const FocalDialog = lazy(() => import('./framing/focal-dialog.tsx'))

/** A picture with its description, its measures, and what may be done with it. */
export function PictureCard({ media }: { media: MediaItem }) {
  const { t } = useLingui()
  const f = useFormat()
  const { fileName, thumbnailUrl, url, width, height, bytes, createdAt } = media
  const [isPointed, point] = useState(false)
  const remove = useRemove(media)
  return (
    <li className="flex min-w-0 flex-col gap-2 [contain-intrinsic-size:auto_320px] [content-visibility:auto]">
      <div className="relative">
        <img
          src={thumbnailUrl}
          alt={media.alt}
          loading="lazy"
          className="aspect-[4/3] w-full rounded-md border border-rule bg-sunken object-contain"
        />
        {media.video && <Length seconds={media.video.seconds} />}
      </div>
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1 text-xs">
          <p className="truncate font-medium" title={fileName}>
            {fileName}
          </p>
          <p className="text-ink-3">
            {f.number(width)} × {f.number(height)} · {weight(bytes, f.locale)} · {f.date(createdAt)}
          </p>
          {media.video && <Codecs video={media.video} />}
          <Uses media={media} />
        </div>
        <Menu
          label={t`Actions on ${fileName}`}
          items={[
            {
              label: t`See it in full`,
              icon: ExternalLink,
              onSelect: () => void open(url, '_blank', 'noopener'),
            },
            media.video
              ? { label: t`Choose the cover frame…`, icon: ImageDown, onSelect: () => point(true) }
              : {
                  label: t`What must stay in sight…`,
                  icon: Crosshair,
                  onSelect: () => point(true),
                },
            { label: t`Delete`, icon: Trash2, danger: true, onSelect: remove },
          ]}
          trigger={
            <IconButton
              size="sm"
              label={t`Actions on ${fileName}`}
              icon={EllipsisVertical}
              className="-mr-1.5"
            />
          }
        />
      </div>
      <AltText media={media} label={t`What it shows`} />
      <Suspense>
        {isPointed &&
          (media.video ? (
            <StillDialog media={media} close={() => point(false)} />
          ) : (
            <FocalDialog media={media} close={() => point(false)} />
          ))}
      </Suspense>
    </li>
  )
}

/** Over its still: that it plays, and for how long. */
function Length({ seconds }: { seconds: number }) {
  const f = useFormat()
  return (
    <span className="absolute bottom-1.5 left-1.5 inline-flex items-center gap-1 rounded-sm bg-sheet/90 px-1.5 py-0.5 text-xs text-ink">
      <Play size={12} strokeWidth={1.5} aria-hidden />
      {f.duration(Math.round(seconds))}
    </span>
  )
}

function Codecs({ video }: { video: NonNullable<MediaItem['video']> }) {
  const { t } = useLingui()
  const f = useFormat()
  const { videoCodec, audioCodec, frameRate } = video
  const name = videoCodec === 'avc' ? 'H.264' : videoCodec.toUpperCase()
  return (
    <p className="text-ink-3">
      {name} · {audioCodec ? audioCodec.toUpperCase() : t`no sound`} ·{' '}
      {t`${f.number(Math.round(frameRate))} frames a second`}
    </p>
  )
}

function useRemove({ id, fileName }: MediaView): () => void {
  const { t } = useLingui()
  const words = useProblemWords()
  const client = useQueryClient()
  const toast = useToast()
  const onSettled = () => client.invalidateQueries({ queryKey: ['media'] })
  const onError = (problem: unknown) => {
    const { title, detail } = words(problem)
    toast({ kind: 'bad', text: `${title}. ${detail}` })
  }
  const restore = useMutation({
    mutationFn: () => api.post(`/media/${id}/restore`),
    onSettled,
    onError,
  })
  const { mutate } = useMutation({
    mutationFn: () => api.delete(`/media/${id}`),
    onSettled,
    onError,
    onSuccess: () => toast({ text: t`${fileName} deleted`, undo: () => restore.mutate() }),
  })
  return () => mutate()
}
