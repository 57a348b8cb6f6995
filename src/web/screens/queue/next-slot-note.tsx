import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useFormat } from '#web/ui/index.ts'
import { useNextSlot } from './queries.ts'

/** Where the queue would put the post, or why it cannot. */
export function NextSlotNote({ channelIds }: { channelIds: readonly string[] }) {
  const f = useFormat()
  const { data } = useNextSlot(channelIds)
  if (channelIds.length === 0)
    return (
      <span className="text-sm text-ink-2">
        <Trans>Choose an account first</Trans>
      </span>
    )
  if (!data) return null
  if (!data.next)
    return (
      <span className="min-w-0 flex-1 text-sm text-ink-2" role="status">
        {data.reason}{' '}
        <Link to="/queue" search={{ tab: 'slots' }} className="underline underline-offset-2">
          <Trans>Give them times</Trans>
        </Link>
      </span>
    )
  const when = f.dateTime(data.next.at)
  return (
    <span className="text-sm text-ink-2" role="status">
      <Trans>Next free slot: {when}</Trans>
    </span>
  )
}
