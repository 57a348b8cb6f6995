import { Trans, useLingui } from '@lingui/react/macro'
import { Copy, Plus, Sprout, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { Hour } from '#domain/planning/slots/api.ts'
import { cx, IconButton, Menu, TextInput, useFormat } from '#web/ui/index.ts'
import type { Keep } from './use-keep-hours.ts'

interface SlotsDayProps {
  /** 1 is Monday. */
  weekday: number
  hours: readonly Hour[]
  keep: Keep
  others: readonly ChannelView[]
}

const WEEK = [1, 2, 3, 4, 5, 6, 7]
const WORKING = [1, 2, 3, 4, 5]

/** The hours of one weekday. */
export function SlotsDay({ weekday, hours, keep, others }: SlotsDayProps) {
  const { t } = useLingui()
  const f = useFormat()
  const [time, setTime] = useState('09:00')
  const nameOf = (day: number) => f.longWeekday(`2024-01-0${day}`)
  const name = nameOf(weekday)
  const own = hours
    .filter((hour) => hour.weekday === weekday)
    .toSorted((a, b) => (a.time < b.time ? -1 : 1))
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (time) keep.add({ weekday, time, evergreen: false })
  }
  return (
    <li>
      <div className="flex min-h-8 items-center justify-between">
        <h2 className="font-semibold first-letter:uppercase">{name}</h2>
        {own.length > 0 && (
          <Menu
            label={t`Copy ${name}`}
            items={[
              { label: t`To every day`, onSelect: () => keep.copyDay(weekday, WEEK) },
              { label: t`To working days`, onSelect: () => keep.copyDay(weekday, WORKING) },
              'rule',
              ...WEEK.filter((day) => day !== weekday).map((day) => ({
                label: nameOf(day),
                onSelect: () => keep.copyDay(weekday, [day]),
              })),
              ...(others.length > 0 ? (['rule', { heading: t`The whole week, to` }] as const) : []),
              ...others.map(({ id, handle }) => ({
                label: handle,
                onSelect: () => keep.copyWeek(id, handle),
              })),
            ]}
            trigger={<IconButton label={t`Copy ${name}`} icon={Copy} />}
          />
        )}
      </div>
      <ul className="my-1">
        {own.map((hour) => (
          <li key={hour.time} className="flex items-center justify-between gap-1">
            <span className={cx('tabular-nums', hour.evergreen && 'text-good')}>
              {hour.time}
              {hour.evergreen && (
                <span className="ml-1 text-xs">
                  <Trans>shelf</Trans>
                </span>
              )}
            </span>
            <span className="flex">
              <IconButton
                label={t`Kept for the shelf: ${name} ${hour.time}`}
                icon={Sprout}
                aria-pressed={hour.evergreen}
                className={hour.evergreen ? 'text-good!' : 'text-ink-3!'}
                onClick={() => keep.turn(hour)}
              />
              <IconButton
                label={t`Remove ${name} ${hour.time}`}
                icon={X}
                onClick={() => keep.remove(hour)}
              />
            </span>
          </li>
        ))}
      </ul>
      <form className="flex items-center gap-1" onSubmit={add}>
        <TextInput
          type="time"
          aria-label={t`A time for ${name}`}
          className="w-auto! min-w-0 flex-1"
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
        <IconButton
          type="submit"
          label={t`Add a time: ${name}`}
          icon={Plus}
          disabled={!time || keep.has({ weekday, time, evergreen: false })}
        />
      </form>
    </li>
  )
}
