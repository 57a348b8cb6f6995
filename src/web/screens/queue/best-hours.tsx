import { Trans, useLingui } from '@lingui/react/macro'
import { CircleHelp } from 'lucide-react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { HoursView } from '#domain/planning/hours/api.ts'
import { IconButton, Popover, useFormat } from '#web/ui/index.ts'
import { useBestHours } from './queries.ts'
import { useHourWords } from './use-hour-words.ts'

/** Which hours served an account, with how sure that is; or that nobody can tell. */
export function BestHours({ channel }: { channel: ChannelView }) {
  const { t } = useLingui()
  const { data } = useBestHours(channel.id)
  if (!data) return null
  return (
    <section className="mt-8 max-w-3xl border-t border-rule pt-3">
      <div className="flex items-center gap-1">
        <h2 className="font-semibold">
          <Trans>What its own history shows</Trans>
        </h2>
        <Popover
          label={t`How this is counted`}
          trigger={<IconButton label={t`How this is counted`} icon={CircleHelp} />}
        >
          <Method view={data} />
        </Popover>
      </div>
      <Said view={data} handle={channel.handle} />
    </section>
  )
}

function Said({ view, handle }: { view: HoursView; handle: string }) {
  const { posts, needed } = view
  if (view.verdict === 'silent')
    return (
      <p className="text-ink-2">
        <Trans>This network does not say how many people reacted.</Trans>
      </p>
    )
  if (view.verdict === 'too-few')
    return (
      <p className="text-ink-2">
        <Trans>
          We cannot tell yet: {posts} posts with their reactions, at least {needed} needed.
        </Trans>
      </p>
    )
  if (view.verdict === 'nothing')
    return (
      <p className="text-ink-2">
        <Trans>No hour stands out among {posts} posts: choose what suits you.</Trans>
      </p>
    )
  return (
    <ul className="divide-y divide-rule">
      {view.hours.map((hour) => (
        <li key={`${hour.weekday} ${hour.hour}`} className="py-2">
          <Standout hour={hour} handle={handle} />
        </li>
      ))}
    </ul>
  )
}

/** One hour in a sentence: how much, how sure, from how many posts. */
export function Standout({ hour, handle }: { hour: HoursView['hours'][number]; handle: string }) {
  const f = useFormat()
  const words = useHourWords()
  const round = (value: number) => f.number(Math.round(value * 10) / 10)
  const [ratio, low, high] = [round(hour.ratio), round(hour.low), round(hour.high)]
  const [when, count] = [words(hour), hour.posts]
  return (
    <Trans>
      On {handle}, posts {when} had {ratio} times the reactions of the others ({low} to {high}),
      from {count} posts.
    </Trans>
  )
}

function Method({ view: { days, restDays, needed } }: { view: HoursView }) {
  return (
    <div className="max-w-80 space-y-2 text-sm">
      <p>
        <Trans>
          Counted: the account’s own posts from the last {days} days that are at least {restDays}{' '}
          days old and whose reactions the network reported (likes, reposts, replies, quotes,
          bookmarks).
        </Trans>
      </p>
      <p>
        <Trans>
          Each weekday, hour, and hour of a weekday with four posts or more is compared with all
          others, with growth over time removed. An hour is named only if chance alone would give as
          much for fewer than one account in forty, and if its 95% interval excludes 1.
        </Trans>
      </p>
      <p>
        <Trans>
          Below {needed} posts, nothing is concluded. This describes the past and proves no cause:
          posts published at one time may differ in more than their time.
        </Trans>
      </p>
    </div>
  )
}
