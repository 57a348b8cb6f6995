import { Trans, useLingui } from '@lingui/react/macro'
import { ImagePlus, Images } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import type { MediaView } from '#domain/publishing/api.ts'
import { Button } from '#web/ui/index.ts'
import { MediaInput } from '../library/media-input.tsx'
import type { Crop } from '../library/framing/departure-row.tsx'
import type { Departing } from '../library/framing/framing.tsx'
import { PictureSlip } from './picture-slip.tsx'
import { useReorder } from './use-reorder.ts'
import { UploadSlip } from '../library/upload-slip.tsx'
import type { useUploads } from '../library/use-uploads.ts'

const LibraryPicker = lazy(() => import('../library/library-picker.tsx'))

interface PicturesProps {
  mediaIds: readonly string[]
  media: ReadonlyMap<string, MediaView>
  uploads: ReturnType<typeof useUploads>
  onOrder: (ids: string[]) => void
  onRemove: (id: string) => void
  onPick: (media: MediaView) => void
  onChanged: (media: MediaView) => void
  departingOf: (mediaId: string) => Departing[]
  onCrop: (channelId: string, mediaId: string, crop: Crop | null) => void
  disabled: boolean
}

/** The pictures of a post, each with its description; dropped, pasted, chosen from the machine or the library. */
export function Pictures(props: PicturesProps) {
  const { t } = useLingui()
  const { mediaIds, media, uploads, onOrder, onRemove, onPick, disabled } = props
  const [isPicking, pick] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const known = mediaIds.flatMap((id) => media.get(id) ?? [])
  const order = useReorder(mediaIds, onOrder, (place) => t`Picture now in place ${place}`)
  if (disabled && known.length === 0) return null
  return (
    <section aria-label={t`Pictures`} className="border-t border-rule pt-3">
      {(known.length > 0 || uploads.uploads.length > 0) && (
        <ul className="mb-3 space-y-3">
          {known.map((one, index) => (
            <PictureSlip
              key={one.id}
              media={one}
              position={index}
              count={known.length}
              departing={props.departingOf(one.id)}
              onMove={(step) => order.step(one.id, step)}
              onRemove={() => onRemove(one.id)}
              onChanged={props.onChanged}
              onCrop={(channelId, crop) => props.onCrop(channelId, one.id, crop)}
              drag={order.dragOf(one.id)}
              disabled={disabled}
            />
          ))}
          {uploads.uploads.map((upload) => (
            <UploadSlip
              key={upload.key}
              upload={upload}
              retry={() => uploads.retry(upload.key)}
              remove={() => uploads.forget(upload.key)}
            />
          ))}
        </ul>
      )}
      {!disabled && (
        <div className="-ml-2 flex flex-wrap items-center gap-x-1 text-ink-2">
          <MediaInput ref={input} onFiles={uploads.add} />
          <Button kind="quiet" size="sm" icon={ImagePlus} onClick={() => input.current?.click()}>
            <Trans>Add pictures or a video</Trans>
          </Button>
          <Button kind="quiet" size="sm" icon={Images} onClick={() => pick(true)}>
            <Trans>From the library</Trans>
          </Button>
          {known.length === 0 && (
            <p className="px-2 text-xs text-ink-3 max-md:hidden">
              <Trans>or drop them here, or paste</Trans>
            </p>
          )}
        </div>
      )}
      <Suspense>
        {isPicking && (
          <LibraryPicker
            chosen={mediaIds}
            onPick={onPick}
            onUnpick={onRemove}
            close={() => pick(false)}
          />
        )}
      </Suspense>
    </section>
  )
}
