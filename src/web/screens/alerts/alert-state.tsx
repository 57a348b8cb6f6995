import { Trans } from '@lingui/react/macro'
import type { AlertView } from '#domain/listening/alerts/api.ts'
import { Mark, useFormat, useNow } from '#web/ui/index.ts'

/** Where an alert stands, in words. */
export function AlertState({ alert }: { alert: AlertView }) {
  const f = useFormat()
  const now = useNow()
  const { state, verdict, endedAt, snoozedUntil, acknowledgedBy, closedBy } = alert
  const status = state === 'closed' ? 'cancelled' : state === 'acknowledged' ? 'approved' : 'failed'
  const isAsleep = snoozedUntil !== null && new Date(snoozedUntil).getTime() > now
  return (
    <span className="flex flex-wrap items-center gap-x-1.5 text-ink-2">
      <span aria-hidden>
        <Mark status={status} />
      </span>
      {state === 'open' && <Trans>Nobody is on it yet</Trans>}
      {state === 'acknowledged' && <Trans>{acknowledgedBy} is on it</Trans>}
      {state === 'closed' && verdict === 'real' && <Trans>Closed by {closedBy}: it was real</Trans>}
      {state === 'closed' && verdict === 'nothing' && (
        <Trans>Closed by {closedBy}: it was nothing</Trans>
      )}
      {state !== 'closed' && endedAt !== null && (
        <>
          <span aria-hidden>·</span>
          <Trans>calm again since {f.time(endedAt)}</Trans>
        </>
      )}
      {state !== 'closed' && isAsleep && (
        <>
          <span aria-hidden>·</span>
          <Trans>snoozed until {f.time(snoozedUntil ?? '')}</Trans>
        </>
      )}
    </span>
  )
}
