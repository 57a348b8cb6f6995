import { useLingui } from '@lingui/react/macro'
import { lazy, Suspense } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import { Segmented, TextInput, useFormat } from '#web/ui/index.ts'
import { NextSlotNote } from '../queue/next-slot-note.tsx'
import { RepeatButton } from '../queue/repeat-button.tsx'
import type { When } from './when.ts'

const BestHourNote = lazy(() => import('../queue/best-hour-note.tsx'))

interface ScheduleFieldsProps {
  when: When
  /** Today, in the company's zone. */
  today: string
  setWhen: (when: When) => void
  /** A post already on the calendar leaves at its hour, not now. */
  canLeaveNow: boolean
  /** Accounts it goes to. */
  channels: readonly ChannelView[]
}

/** When it goes out: the date and the hour on the company's wall, or now. */
export function ScheduleFields(props: ScheduleFieldsProps) {
  const { when, today, setWhen, canLeaveNow, channels } = props
  const { t } = useLingui()
  const f = useFormat()
  return (
    <div className="contents items-center gap-2 md:flex md:flex-wrap">
      {canLeaveNow && (
        <Segmented
          label={t`When it goes out`}
          value={when.mode}
          onValue={(mode) => setWhen({ ...when, mode })}
          options={[
            { value: 'at', label: t`Later` },
            { value: 'queue', label: t`Queue` },
            { value: 'now', label: t`Now` },
          ]}
        />
      )}
      {when.mode === 'queue' && <NextSlotNote channelIds={channels.map(({ id }) => id)} />}
      {when.mode === 'at' && (
        <>
          <TextInput
            type="date"
            aria-label={t`Day`}
            className="w-auto! max-md:order-1 max-md:flex-1"
            min={today}
            value={when.date}
            onChange={(event) => setWhen({ ...when, date: event.target.value })}
          />
          <TextInput
            type="time"
            aria-label={f.zoneNote ? t`Hour (${f.zoneNote})` : t`Hour`}
            className="w-auto! max-md:order-1 max-md:flex-1"
            value={when.time}
            onChange={(event) => setWhen({ ...when, time: event.target.value })}
          />
          {canLeaveNow && (
            <RepeatButton
              repeat={when.repeat ?? null}
              setRepeat={(repeat) => setWhen({ ...when, repeat })}
              date={when.date}
              time={when.time}
            />
          )}
          {f.zoneNote && <span className="text-xs text-ink-3">{f.zoneNote}</span>}
          {canLeaveNow && channels[0] && (
            <Suspense>
              <BestHourNote channel={channels[0]} date={when.date} time={when.time} />
            </Suspense>
          )}
        </>
      )}
    </div>
  )
}
