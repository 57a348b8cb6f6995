import { Trans } from '@lingui/react/macro'
import type { ChannelView } from '#domain/channels/api.ts'
import { QueryView } from '#web/ui/index.ts'
import { BestHours } from './best-hours.tsx'
import { useSlots } from './queries.ts'
import { SlotsDay } from './slots-day.tsx'
import { useKeepHours } from './use-keep-hours.ts'

interface SlotsWeekProps {
  channel: ChannelView
  accounts: readonly ChannelView[]
}

/** The week of an account: at which hours it publishes. Kept as soon as it is changed. */
export default function SlotsWeek({ channel, accounts }: SlotsWeekProps) {
  const slots = useSlots()
  return (
    <QueryView query={slots}>
      {(view) => (
        <Week
          key={channel.id}
          channel={channel}
          others={accounts.filter(({ id }) => id !== channel.id)}
          hours={view.slots.filter(({ channelId }) => channelId === channel.id)}
        />
      )}
    </QueryView>
  )
}

type Hours = Parameters<typeof useKeepHours>[1]

function Week({
  channel,
  others,
  hours,
}: {
  channel: ChannelView
  others: readonly ChannelView[]
  hours: Hours
}) {
  const keep = useKeepHours(channel.id, hours)
  return (
    <>
      <p className="mb-4 max-w-prose text-sm text-ink-2">
        <Trans>
          A queued post goes out at the first of these times that is free for all its accounts.
          Times kept for the shelf are filled with evergreen posts, never by the queue.
        </Trans>
      </p>
      <ol className="grid gap-x-3 gap-y-5 border-t border-ink pt-3 sm:grid-cols-2 md:grid-cols-4 xl:grid-cols-7">
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <SlotsDay key={weekday} {...{ weekday, hours, keep, others }} />
        ))}
      </ol>
      <BestHours channel={channel} />
    </>
  )
}
