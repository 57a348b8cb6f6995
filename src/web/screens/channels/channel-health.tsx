import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import { DateTime, Mark, RelativeTime, useNow } from '#web/ui/index.ts'

const SOON_MS = 14 * 86_400_000

/** How an account is, in a sentence: the sign, since when, what to do. */
export function ChannelHealth({ channel, checking }: { channel: ChannelView; checking: boolean }) {
  const { state, networkName, trouble, troubleSince, lastHeardAt, reconnectBy } = channel
  const now = useNow()
  if (checking) {
    return (
      <Line status="sending">
        <Trans>Asking {networkName}…</Trans>
      </Line>
    )
  }
  if (state === 'broken') {
    return (
      <Line status="failed">
        <span className="text-ink">{trouble}</span>{' '}
        {troubleSince && (
          <span className="text-ink-3">
            <Trans>
              Since <DateTime at={troubleSince} />.
            </Trans>
          </span>
        )}
      </Line>
    )
  }
  if (channel.handed) {
    const { closed } = channel.handed
    return (
      <Line status={closed ? 'in_review' : 'approved'}>
        {closed ?? <Trans>Someone publishes its posts by hand, on time.</Trans>}
      </Line>
    )
  }
  const expiring = reconnectBy !== null && Date.parse(reconnectBy) - now < SOON_MS
  if (expiring) {
    return (
      <Line status="in_review">
        <Trans>
          Works, but its access ends on <DateTime at={reconnectBy} style="date" />. Reconnect it
          before then.
        </Trans>
      </Line>
    )
  }
  return (
    <Line status="approved">
      {lastHeardAt ? (
        <Trans>
          Works. Last heard <RelativeTime at={lastHeardAt} />.
        </Trans>
      ) : (
        <Trans>Works. Nothing read from it yet.</Trans>
      )}
    </Line>
  )
}

function Line(props: {
  status: 'approved' | 'failed' | 'in_review' | 'sending'
  children: ReactNode
}) {
  return (
    <p className="mt-1 flex items-baseline gap-2 text-sm text-ink-2">
      <span aria-hidden className="translate-y-px">
        <Mark status={props.status} />
      </span>
      <span>{props.children}</span>
    </p>
  )
}
