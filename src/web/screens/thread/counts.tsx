import type { ChannelView } from '#domain/channels/api.ts'
import type { CheckView } from '#domain/publishing/api.ts'
import { cx, NetworkStamp } from '#web/ui/index.ts'

interface CountsProps {
  /** `thread/<i>` or `firstComment`. */
  field: string
  checked: CheckView['channels']
  channels: ReadonlyMap<string, ChannelView>
}

/** How long a piece is on each network, and what it would refuse of it, in its words. */
export function Counts({ field, checked, channels }: CountsProps) {
  const problems = [
    ...new Set(
      checked.flatMap((one) =>
        one.problems.filter((p) => p.field.startsWith(field)).map(({ sentence }) => sentence),
      ),
    ),
  ]
  return (
    <div className="mt-1 space-y-0.5 text-xs text-ink-3">
      <p className="flex flex-wrap gap-x-3">
        {checked.map(({ channelId, following }) => {
          const piece = following.find((one) => one.field === field)
          const channel = channels.get(channelId)
          if (!piece || !channel) return null
          const { length, max } = piece
          const isOver = max !== null && length > max
          return (
            <span
              key={channelId}
              className={cx('inline-flex items-center gap-1', isOver && 'font-semibold text-bad')}
            >
              <NetworkStamp stamp={channel.stamp} name={channel.networkName} />
              {max === null ? length : `${length} / ${max}`}
            </span>
          )
        })}
      </p>
      {problems.map((sentence) => (
        <p key={sentence} className="font-medium text-bad">
          {sentence}
        </p>
      ))}
    </div>
  )
}
