import { Trans, useLingui } from '@lingui/react/macro'
import type { ChannelView } from '#domain/channels/api.ts'
import type { DepartureView, MediaView } from '#domain/publishing/api.ts'
import { useProblemWords } from '#web/ui/index.ts'
import { type Crop, DepartureRow } from './departure-row.tsx'
import { FocalPicker } from './focal-picker.tsx'
import { useFocal } from './use-focal.ts'

/** What one account makes of a picture. */
export interface Departing {
  channel: ChannelView
  /** As it is chosen now; the departure tells of the last check. */
  crop: Crop | null
  departure: DepartureView
}

interface FramingProps {
  media: MediaView
  departing: readonly Departing[]
  onChanged: (media: MediaView) => void
  onCrop: (channelId: string, crop: Crop | null) => void
  disabled: boolean
}

/** Under a picture of a post: what must stay in sight, and what leaves by each account. */
export default function Framing({ media, departing, onChanged, onCrop, disabled }: FramingProps) {
  const { t } = useLingui()
  const words = useProblemWords()
  const { focal, setFocal, problem } = useFocal(media, onChanged)
  return (
    <section
      aria-label={t`What is kept of ${media.fileName}`}
      className="mt-2 grid gap-4 rounded-md bg-sunken p-3 md:grid-cols-[200px_minmax(0,1fr)]"
    >
      {!disabled && (
        <div>
          <FocalPicker {...{ media, focal }} onFocal={setFocal} />
          {problem && <p className="text-sm text-bad">{words(problem).title}</p>}
        </div>
      )}
      {departing.length === 0 ? (
        <p className="text-sm text-ink-2">
          <Trans>Choose an account to see what it will publish.</Trans>
        </p>
      ) : (
        <ul className="min-w-0 space-y-3">
          {departing.map(({ channel, crop, departure }) => (
            <DepartureRow
              key={channel.id}
              {...{ media, channel, crop, departure, disabled }}
              onCrop={(crop) => onCrop(channel.id, crop)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
