import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { DeliveryView } from '#domain/publishing/api.ts'
import { DateTime } from '#web/ui/index.ts'

/** How people voted in the network's own poll, and how fresh that is. */
export function PollVotes({
  poll: { choices, endsAt, over, readAt },
}: {
  poll: NonNullable<DeliveryView['poll']>
}) {
  const { t } = useLingui()
  const total = choices.reduce((sum, { votes }) => sum + votes, 0)
  return (
    <div className="mt-1.5 pl-5">
      <ul aria-label={t`Votes`} className="space-y-1">
        {choices.map(({ label, votes }) => (
          <li key={label} className="relative flex gap-3 px-2 py-0.5">
            <span
              aria-hidden
              className="absolute inset-y-0 left-0 rounded-sm bg-accent-soft"
              style={{ width: `${total > 0 ? (100 * votes) / total : 0}%` }}
            />
            <span className="relative min-w-0 flex-1 truncate">{label}</span>
            <span className="relative tabular-nums">{votes}</span>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-xs text-ink-2">
        <Plural value={total} one="# vote" other="# votes" />
        {' · '}
        {over ? (
          <Trans>
            ended <DateTime at={endsAt} />
          </Trans>
        ) : (
          <Trans>
            open until <DateTime at={endsAt} />
          </Trans>
        )}
        {!over && readAt && (
          <>
            {' · '}
            <Trans>
              read <DateTime at={readAt} />
            </Trans>
          </>
        )}
      </p>
    </div>
  )
}
