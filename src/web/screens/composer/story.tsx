import { Trans, useLingui } from '@lingui/react/macro'
import { ExternalLink } from 'lucide-react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { DeliveryView } from '#domain/publishing/api.ts'
import { DateTime, LinkButton, Mark, type MarkStatus, NetworkStamp } from '#web/ui/index.ts'
import { DeliveryActions } from './delivery-actions.tsx'
import { PollVotes } from './poll-votes.tsx'

interface StoryProps {
  deliveries: readonly DeliveryView[]
  channels: ReadonlyMap<string, ChannelView>
}

/** What became of a post by each account, in plain words, and what may be done about it. */
export function Story({ deliveries, channels }: StoryProps) {
  const { t } = useLingui()
  return (
    <section aria-label={t`What happened to it`} className="text-sm">
      <ul className="divide-y divide-rule border-y border-rule">
        {deliveries.map((delivery) => (
          <Delivery
            key={delivery.id}
            delivery={delivery}
            channel={channels.get(delivery.channelId)}
          />
        ))}
      </ul>
    </section>
  )
}

const MARKS: Record<DeliveryView['state'], MarkStatus> = {
  planned: 'scheduled',
  sending: 'sending',
  handed: 'handed',
  published: 'published',
  failed: 'failed',
  unknown: 'unknown',
  cancelled: 'cancelled',
}

/** What holds it back shows before its state. */
function markOf({ state, holds }: DeliveryView): MarkStatus {
  if (state !== 'planned' || holds.length === 0) return MARKS[state]
  return holds.every((hold) => hold === 'approval') ? 'in_review' : 'held'
}

function Delivery({
  delivery,
  channel,
}: {
  delivery: DeliveryView
  channel: ChannelView | undefined
}) {
  const { state, trouble, remoteUrl, attempts } = delivery
  const isPlain = state === 'planned' && attempts.length === 0 && delivery.actions.length < 2
  return (
    <li className="py-2.5">
      <div className="flex items-center gap-2">
        <Mark status={markOf(delivery)} className="shrink-0" />
        {channel && <NetworkStamp stamp={channel.stamp} name={channel.networkName} />}
        <span className="min-w-0 flex-1 truncate font-medium">
          {channel?.handle ?? <Trans>A removed account</Trans>}
          <Piece delivery={delivery} />
        </span>
        {isPlain && <DeliveryActions delivery={delivery} channel={channel} inline />}
        {remoteUrl && (
          <a
            href={remoteUrl}
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-h-6 items-center gap-1 underline underline-offset-2"
          >
            <Trans>See it</Trans>
            <ExternalLink size={14} strokeWidth={1.5} aria-hidden />
          </a>
        )}
      </div>
      <p className="mt-0.5 pl-5 text-ink-2">{delivery.next ?? <Where delivery={delivery} />}</p>
      {state === 'handed' && (
        <p className="mt-1 pl-5">
          <LinkButton size="sm" to="/to-do">
            <Trans>What there is to do</Trans>
          </LinkButton>
        </p>
      )}
      {trouble && <p className="mt-1 pl-5">{trouble}</p>}
      {delivery.poll && <PollVotes poll={delivery.poll} />}
      {!isPlain && <DeliveryActions delivery={delivery} channel={channel} />}
      {attempts.length > 0 && (
        <details className="mt-1 pl-5 text-xs text-ink-2">
          <summary className="min-h-6 leading-6">
            <Trans>What happened</Trans>
          </summary>
          <ol className="space-y-1">
            {attempts.map(({ at, sentence }) => (
              <li key={at} className="flex gap-2">
                <span className="shrink-0 text-ink-3">
                  <DateTime at={at} />
                </span>
                <span>{sentence}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  )
}

/** Which piece of the post it is, when it is not the post itself. */
function Piece({ delivery: { kind, part } }: { delivery: DeliveryView }) {
  const place = part + 1
  if (kind === 'part')
    return (
      <span className="text-ink-2">
        {' '}
        · <Trans>part {place}</Trans>
      </span>
    )
  if (kind === 'comment')
    return (
      <span className="text-ink-2">
        {' '}
        · <Trans>first comment</Trans>
      </span>
    )
  return null
}

function Where({ delivery: { state, dueAt, publishedAt } }: { delivery: DeliveryView }) {
  switch (state) {
    case 'planned':
      return (
        <Trans>
          Goes out <DateTime at={dueAt} />
        </Trans>
      )
    case 'sending':
      return <Trans>Going out now</Trans>
    case 'published':
      return (
        <Trans>
          Published <DateTime at={publishedAt ?? dueAt} />
        </Trans>
      )
    case 'failed':
      return <Trans>Did not go out</Trans>
    case 'unknown':
      return <Trans>Nobody knows whether it went out</Trans>
    default:
      return <Trans>Will not go out</Trans>
  }
}
