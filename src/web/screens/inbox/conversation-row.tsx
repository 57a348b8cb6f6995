import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { ConversationSummary } from '#domain/inbox/api.ts'
import { Avatar, cx, NetworkStamp, RelativeTime } from '#web/ui/index.ts'

interface RowProps {
  item: ConversationSummary
  channel: ChannelView | undefined
  current: boolean
}

export const ConversationRow = memo(function ConversationRow({ item, channel, current }: RowProps) {
  const { t } = useLingui()
  return (
    <Link
      to="/inbox/$conversationId"
      params={{ conversationId: item.id }}
      search={(before: object) => before}
      aria-current={current ? 'true' : undefined}
      className={cx(
        'flex h-full items-start gap-3 border-b border-rule px-4 py-2.5 focus-visible:-outline-offset-2',
        current ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <Avatar name={item.contact.name} src={item.contact.avatarUrl} size={32} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className={cx('min-w-0 truncate', item.unread ? 'font-semibold' : 'font-medium')}>
            {item.contact.name}
          </span>
          {item.unread && (
            <span className="size-2 shrink-0 self-center rounded-full bg-accent">
              <span className="sr-only">{t`unread`}</span>
            </span>
          )}
          <span className="flex-1" />
          <span className="shrink-0 text-xs text-ink-3">
            <RelativeTime at={item.lastMessageAt} />
          </span>
        </span>
        <span className="flex items-start gap-2">
          <span
            className={cx(
              'line-clamp-2 min-w-0 flex-1 text-sm',
              item.unread ? 'text-ink' : 'text-ink-2',
            )}
          >
            {item.excerpt ?? t`No longer kept here`}
          </span>
          {channel && <NetworkStamp stamp={channel.stamp} name={channel.networkName} size="sm" />}
        </span>
      </span>
    </Link>
  )
})
