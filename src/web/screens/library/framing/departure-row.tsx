import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowRight } from 'lucide-react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { DepartureView, MediaView } from '#domain/publishing/api.ts'
import { NetworkStamp, Segmented, useFormat } from '#web/ui/index.ts'
import { weight } from './weight.ts'

export type Crop = NonNullable<DepartureView['crop']>

interface DepartureRowProps {
  media: MediaView
  channel: ChannelView
  /** As it is chosen now. */
  crop: Crop | null
  /** As the desk last made it. */
  departure: DepartureView
  onCrop: (crop: Crop | null) => void
  disabled: boolean
}

const RATIOS: readonly Crop[] = ['4:5', '1:1', '16:9']

/** What becomes of a picture on its way to one account: its cut, and before beside after. */
export function DepartureRow(props: DepartureRowProps) {
  const { media, channel, crop, departure, onCrop, disabled } = props
  const { t } = useLingui()
  const { networkName, handle, stamp } = channel
  const { shownAt, before, after, url } = departure
  return (
    <li className="border-t border-rule pt-2 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 text-sm">
        <NetworkStamp stamp={stamp} name={networkName} />
        <span className="min-w-0 flex-1 truncate">{handle}</span>
        {!disabled && (
          <Segmented
            label={t`Cropped for ${networkName} (${handle})`}
            className="text-xs"
            value={crop ?? 'whole'}
            onValue={(value) => onCrop(value === 'whole' ? null : value)}
            options={[
              { value: 'whole' as const, label: t({ message: 'As it is', context: 'a picture' }) },
              ...RATIOS.map((ratio) => ({ value: ratio, label: ratio })),
            ]}
          />
        )}
      </div>
      {shownAt && crop !== shownAt && (
        <p className="mt-1 text-xs text-wait">
          <Trans>
            {networkName} shows pictures at {shownAt}: it crops the others itself.
          </Trans>
        </p>
      )}
      <div className="mt-2 flex items-end gap-3">
        <Still src={media.thumbnailUrl} name={t`Before`} measures={before} />
        <ArrowRight size={16} strokeWidth={1.5} aria-hidden className="mb-12 shrink-0 text-ink-3" />
        <Still src={url} name={t`After`} measures={after} />
      </div>
    </li>
  )
}

function Still(props: { src: string; name: string; measures: DepartureView['after'] }) {
  const { name, src, measures } = props
  const f = useFormat()
  const { width, height, bytes, type } = measures
  const kind = type.split('/')[1]?.toUpperCase()
  return (
    <figure className="min-w-0">
      <img
        src={src}
        alt=""
        className="max-h-24 max-w-full rounded-sm border border-rule bg-sunken object-contain"
      />
      <figcaption className="mt-0.5 text-xs text-ink-3">
        <span className="font-medium text-ink-2">{name}</span>
        <br />
        {f.number(width)} × {f.number(height)}
        <br />
        {weight(bytes, f.locale)}, {kind}
      </figcaption>
    </figure>
  )
}
