import { useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import type { MediaView } from '#domain/publishing/api.ts'
import { IconButton } from '#web/ui/index.ts'
import { AltText } from '../library/alt-text.tsx'

interface PictureSlipProps {
  media: MediaView
  position: number
  count: number
  onMove: (step: -1 | 1) => void
  onRemove: () => void
  onDescribed: (media: MediaView) => void
  disabled: boolean
}

/** A picture of the post, and what it shows for those who do not see it. */
export function PictureSlip(props: PictureSlipProps) {
  const { t } = useLingui()
  const { media, position, count, onMove, onRemove, onDescribed, disabled } = props
  return (
    <li className="flex items-start gap-3">
      <img
        src={media.thumbnailUrl}
        alt=""
        className="size-18 shrink-0 rounded-md border border-rule bg-sunken object-cover"
      />
      <AltText
        media={media}
        label={count > 1 ? t`What picture ${position + 1} shows` : t`What the picture shows`}
        onDescribed={onDescribed}
        disabled={disabled}
      />
      {!disabled && (
        <div className="flex flex-col">
          <IconButton size="sm" label={t`Take off`} icon={X} onClick={onRemove} />
          {position > 0 && (
            <IconButton size="sm" label={t`Move up`} icon={ArrowUp} onClick={() => onMove(-1)} />
          )}
          {position < count - 1 && (
            <IconButton size="sm" label={t`Move down`} icon={ArrowDown} onClick={() => onMove(1)} />
          )}
        </div>
      )}
    </li>
  )
}
