import type { ChannelView } from '#domain/channels/api.ts'
import { Standout } from './best-hours.tsx'
import { useBestHours } from './queries.ts'

interface BestHourNoteProps {
  channel: ChannelView
  date: string
  time: string
}

/** Under the date: what the account’s past says of that hour, when it says something. */
export default function BestHourNote({ channel, date, time }: BestHourNoteProps) {
  const { data } = useBestHours(channel.id)
  const weekday = ((new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7) + 1
  const hour = Number(time.slice(0, 2))
  const fits = (data?.hours ?? []).filter(
    (one) =>
      (one.weekday === null || one.weekday === weekday) && (one.hour === null || one.hour === hour),
  )
  // The narrowest says most of this very hour; of hours that are better, the best.
  const said =
    fits.find((one) => one.weekday !== null && one.hour !== null) ??
    fits[0] ??
    data?.hours.find(({ ratio }) => ratio > 1)
  if (!said) return null
  return (
    <p className="text-xs text-ink-2 max-md:order-1 md:basis-full">
      <Standout hour={said} handle={channel.handle} />
    </p>
  )
}
