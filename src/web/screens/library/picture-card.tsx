import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Crosshair, EllipsisVertical, ExternalLink, Trash2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { MediaView } from '#domain/publishing/api.ts'
import { api } from '#web/api/index.ts'
import { Confirm, IconButton, Menu, useFormat, useToast } from '#web/ui/index.ts'
import { AltText } from './alt-text.tsx'

const FocalDialog = lazy(() => import('./framing/focal-dialog.tsx'))

/** A picture with its description, its measures, and what may be done with it. */
export function PictureCard({ media }: { media: MediaView }) {
  const { t } = useLingui()
  const f = useFormat()
  const { fileName, thumbnailUrl, url, width, height, bytes, createdAt } = media
  const [isAsked, ask] = useState(false)
  const [isPointed, point] = useState(false)
  const remove = useRemove(media)
  return (
    <li className="flex min-w-0 flex-col gap-2 [contain-intrinsic-size:auto_320px] [content-visibility:auto]">
      <img
        src={thumbnailUrl}
        alt={media.alt}
        loading="lazy"
        className="aspect-[4/3] w-full rounded-md border border-rule bg-sunken object-contain"
      />
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1 text-xs">
          <p className="truncate font-medium" title={fileName}>
            {fileName}
          </p>
          <p className="text-ink-3">
            {f.number(width)} × {f.number(height)} ·{' '}
            {f.number(Math.max(1, Math.round(bytes / 1000)))} {t`kB`} · {f.date(createdAt)}
          </p>
        </div>
        <Menu
          label={t`Actions on ${fileName}`}
          items={[
            {
              label: t`See it whole`,
              icon: ExternalLink,
              onSelect: () => void open(url, '_blank', 'noopener'),
            },
            { label: t`What must stay in sight…`, icon: Crosshair, onSelect: () => point(true) },
            { label: t`Delete`, icon: Trash2, danger: true, onSelect: () => ask(true) },
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
      <Suspense>{isPointed && <FocalDialog media={media} close={() => point(false)} />}</Suspense>
      <Confirm
        open={isAsked}
        onClose={() => ask(false)}
        title={t`Delete ${fileName}?`}
        action={t`Delete`}
        danger
        onConfirm={remove}
      >
        {t`The picture is removed for good. One that a post shows is kept.`}
      </Confirm>
    </li>
  )
}

function useRemove({ id, fileName }: MediaView): () => Promise<void> {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const { mutateAsync } = useMutation({
    mutationFn: () => api.delete(`/media/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['media'] }),
  })
  return async () => {
    await mutateAsync()
    toast({ text: t`${fileName} deleted` })
  }
}
