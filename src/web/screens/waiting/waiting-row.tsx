import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { WaitingItem } from '#domain/publishing/waiting/api.ts'
import { useOpenComposer } from '#web/shell/open-composer.ts'
import { Button, DateTime, NetworkStamp, RelativeTime } from '#web/ui/index.ts'
import { AnotherTime } from './another-time.tsx'
import { useDecide } from './use-decide.ts'

interface WaitingRowProps {
  item: WaitingItem
  accounts: ReadonlyMap<string, ChannelView>
  /** Null: there is nothing to choose among. */
  picked: boolean | null
  onPick: () => void
}

/** One post: what it says, when it should have left, by which accounts, and the three things one may say. */
export function WaitingRow({ item, accounts, picked, onPick }: WaitingRowProps) {
  const { t } = useLingui()
  const [isMoving, move] = useState(false)
  const { text, kind } = item
  const start = text.slice(0, 60)
  return (
    <li className="border-b border-rule py-4">
      <div className="flex items-start gap-3">
        {picked !== null && (
          <input
            type="checkbox"
            className="mt-1 size-4 shrink-0 accent-(--accent)"
            aria-label={t`Choose “${start}”`}
            checked={picked}
            onChange={onPick}
          />
        )}
        <div className="min-w-0 flex-1">
          <p className="line-clamp-3 whitespace-pre-line">
            {text || <span className="text-ink-3">{t`No text`}</span>}
          </p>
          <p className="mt-1 flex flex-wrap items-center gap-x-2 text-sm text-ink-2">
            <Stamps item={item} accounts={accounts} />
            {kind === 'reply' && (
              <span>
                <Trans>A reply.</Trans>
              </span>
            )}
            <When item={item} />
          </p>
          <Actions item={item} isMoving={isMoving} move={move} />
          {isMoving && <AnotherTime item={item} close={() => move(false)} />}
        </div>
      </div>
    </li>
  )
}

function Stamps({ item, accounts }: Pick<WaitingRowProps, 'item' | 'accounts'>) {
  return item.accounts.map(({ channelId }) => {
    const account = accounts.get(channelId)
    return (
      account && (
        <span key={channelId} className="inline-flex items-center gap-1.5">
          <NetworkStamp stamp={account.stamp} name={account.networkName} />
          {account.handle}
        </span>
      )
    )
  })
}

function When({ item: { plannedAt, isLate } }: { item: WaitingItem }) {
  return (
    <span>
      {isLate ? (
        <Trans>
          Was due <DateTime at={plannedAt} /> (<RelativeTime at={plannedAt} />
          ).
        </Trans>
      ) : (
        <Trans>
          Scheduled for <DateTime at={plannedAt} />.
        </Trans>
      )}
    </span>
  )
}

interface ActionsProps {
  item: WaitingItem
  isMoving: boolean
  move: (isMoving: boolean) => void
}

function Actions({ item, isMoving, move }: ActionsProps) {
  const openComposer = useOpenComposer()
  const { mutate, isPending, variables } = useDecide()
  const { postId } = item
  return (
    <div className="mt-2.5 flex flex-wrap gap-1.5">
      <Button
        size="sm"
        busy={isPending && variables.decision === 'release'}
        onClick={() => mutate({ items: [item], decision: 'release' })}
      >
        {item.isLate ? <Trans>Publish now</Trans> : <Trans>Publish at its scheduled time</Trans>}
      </Button>
      {item.isMovable && (
        <Button size="sm" aria-expanded={isMoving} onClick={() => move(!isMoving)}>
          <Trans>Another time</Trans>
        </Button>
      )}
      <Button
        size="sm"
        busy={isPending && variables.decision === 'cancel'}
        onClick={() => mutate({ items: [item], decision: 'cancel' })}
      >
        <Trans>Do not publish</Trans>
      </Button>
      {postId && (
        <Button size="sm" kind="quiet" onClick={() => openComposer({ postId })}>
          <Trans>Read in full</Trans>
        </Button>
      )}
    </div>
  )
}
