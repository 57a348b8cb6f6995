import { Trans, useLingui } from '@lingui/react/macro'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { ConversationSummary } from '#domain/inbox/api.ts'
import { ProblemMessage, Skeleton } from '#web/ui/index.ts'
import { ConversationRow } from './conversation-row.tsx'

const ROW = 76
const AHEAD = 10

interface ConversationListProps {
  query: Pick<
    UseInfiniteQueryResult,
    'isPending' | 'error' | 'refetch' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
  >
  items: ConversationSummary[]
  channels: ChannelView[]
  current: string | undefined
}

/** Ten thousand conversations weigh as much as the few on screen: only those are drawn. */
export function ConversationList({ query, items, channels, current }: ConversationListProps) {
  const { t } = useLingui()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: AHEAD,
    getItemKey: (index) => items[index]?.id ?? index,
  })
  const rows = virtual.getVirtualItems()
  const last = rows.at(-1)?.index ?? 0
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= items.length - AHEAD) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, items.length])
  const showCurrent = useEffectEvent(() => {
    const at = items.findIndex(({ id }) => id === current)
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  })
  // Only when another conversation is opened: new ones arriving must not move the list.
  useEffect(() => showCurrent(), [current])

  if (query.isPending) return <Skeleton rows={8} height={ROW - 12} />
  if (query.error)
    return <ProblemMessage problem={query.error} retry={() => void query.refetch()} />
  if (items.length === 0) {
    return (
      <p className="p-4 text-ink-2">
        <Trans>Nothing here. Change the filters to see other conversations.</Trans>
      </p>
    )
  }
  const by = new Map(channels.map((channel) => [channel.id, channel]))
  return (
    <div
      ref={scroller}
      className="min-h-0 flex-1 overflow-y-auto"
      tabIndex={0}
      role="group"
      aria-label={t`Conversations`}
    >
      <ol className="relative" style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ index, key, start }) => {
          const item = items[index]
          return (
            item && (
              <li
                key={key}
                className="absolute inset-x-0 top-0"
                style={{ height: ROW, transform: `translateY(${start}px)` }}
              >
                <ConversationRow
                  item={item}
                  channel={by.get(item.channelId)}
                  current={item.id === current}
                />
              </li>
            )
          )
        })}
      </ol>
    </div>
  )
}
