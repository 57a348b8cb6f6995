import { useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp, Crop as CropIcon, GripVertical, Play, X } from 'lucide-react'
import { type DragEvent, lazy, Suspense, useRef, useState } from 'react'
import type { MediaView } from '#domain/publishing/api.ts'
import { cx, IconButton, Skeleton } from '#web/ui/index.ts'
import { AltText } from '../library/alt-text.tsx'
import type { Crop } from '../library/framing/departure-row.tsx'
import type { Departing } from '../library/framing/framing.tsx'
import { placedAt } from '../library/framing/placed-at.ts'

const Framing = lazy(() => import('../library/framing/framing.tsx'))
const StillPicker = lazy(() => import('../library/video/still-picker.tsx'))

interface PictureSlipProps {
  media: MediaView
  position: number
  count: number
  departing: readonly Departing[]
  onMove: (step: -1 | 1) => void
  onRemove: () => void
  onChanged: (media: MediaView) => void
  onCrop: (channelId: string, crop: Crop | null) => void
  drag: Drag
  disabled: boolean
}

/** How the pictures of a post change places under a pointer. */
export interface Drag {
  isOver: boolean
  start: () => void
  over: (event: DragEvent) => void
  drop: (event: DragEvent) => void
  end: () => void
}

/** A picture of the post: its place, what it shows for those who do not see it, and what leaves of it. */
export function PictureSlip(props: PictureSlipProps) {
  const { t } = useLingui()
  const { media, position, count, departing, onMove, onRemove, onChanged, onCrop, drag, disabled } =
    props
  const [isFramed, frame] = useState(false)
  const label = media.video
    ? t`What the video shows and says`
    : count > 1
      ? t`What picture ${position + 1} shows`
      : t`What the picture shows`
  const slip = useRef<HTMLLIElement>(null)
  return (
    <li ref={slip} data-media={media.id}>
      <div
        role="presentation"
        onDragOver={drag.over}
        onDrop={drag.drop}
        className={cx(
          'flex items-start gap-3',
          drag.isOver && 'rounded-md outline-2 outline-offset-4 outline-accent',
        )}
      >
        <div className="relative shrink-0">
          <img
            src={media.thumbnailUrl}
            alt=""
            draggable={false}
            className="size-18 rounded-md border border-rule bg-sunken object-cover"
            style={{ objectPosition: placedAt(media, media.focal, 1) }}
          />
          {!disabled && count > 1 && (
            // Arrows beside it do the same by keyboard.
            <span
              draggable
              aria-hidden
              title={t`Drag to another place`}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move'
                event.dataTransfer.setData('text/plain', media.fileName)
                if (slip.current) event.dataTransfer.setDragImage(slip.current, 8, 8)
                drag.start()
              }}
              onDragEnd={drag.end}
              className="absolute top-1 left-1 grid size-6 cursor-grab place-items-center rounded-sm bg-sheet/85 text-ink pointer-coarse:hidden"
            >
              <GripVertical size={14} strokeWidth={1.5} />
            </span>
          )}
        </div>
        <AltText media={media} label={label} onDescribed={onChanged} disabled={disabled} />
        <div className="flex flex-col">
          {!disabled && <IconButton size="sm" label={t`Take off`} icon={X} onClick={onRemove} />}
          <IconButton
            size="sm"
            label={media.video ? t`View it, choose its thumbnail` : t`Cut and weight`}
            icon={media.video ? Play : CropIcon}
            aria-expanded={isFramed}
            onClick={() => frame(!isFramed)}
          />
          {!disabled && position > 0 && (
            <IconButton size="sm" label={t`Move up`} icon={ArrowUp} onClick={() => onMove(-1)} />
          )}
          {!disabled && position < count - 1 && (
            <IconButton size="sm" label={t`Move down`} icon={ArrowDown} onClick={() => onMove(1)} />
          )}
        </div>
      </div>
      {isFramed && (
        <Suspense fallback={<Skeleton rows={1} height={160} />}>
          {media.video ? (
            <div className="mt-2 rounded-md bg-sunken p-3">
              <StillPicker {...{ media, onChanged, disabled }} />
            </div>
          ) : (
            <Framing {...{ media, departing, onChanged, onCrop, disabled }} />
          )}
        </Suspense>
      )}
    </li>
  )
}
