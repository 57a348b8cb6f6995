import { useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { ConversationView } from '#domain/inbox/api.ts'
import { QueryView, Skeleton } from '#web/ui/index.ts'
import { ConversationHead } from './conversation-head.tsx'
import { useChange, useConversation } from './queries.ts'
import { ReplyForm } from './reply-form.tsx'
import { Thread } from './thread.tsx'

interface PaneProps {
  id: string
  channels: ChannelView[]
  onClose: () => void
  onResolveAndNext: () => void
}

/** One conversation: who it is, what was said, and the answer being written. */
export function ConversationPane({ id, channels, onClose, onResolveAndNext }: PaneProps) {
  const query = useConversation(id)
  return (
    <QueryView query={query} skeleton={<Skeleton rows={5} height={56} />}>
      {(view) => (
        <Opened
          view={view}
          channel={channels.find((channel) => channel.id === view.channelId)}
          onClose={onClose}
          onResolveAndNext={onResolveAndNext}
        />
      )}
    </QueryView>
  )
}

function Opened({
  view,
  channel,
  onClose,
  onResolveAndNext,
}: Omit<PaneProps, 'id' | 'channels'> & {
  view: ConversationView
  channel: ChannelView | undefined
}) {
  const { t } = useLingui()
  const { mutate: change } = useChange()
  useEffect(() => {
    if (view.unread) change({ id: view.id, unread: false })
  }, [view.id, view.unread, change])
  return (
    <article
      aria-label={t`Conversation with ${view.contact.name}`}
      className="flex min-h-0 flex-1 flex-col"
    >
      <ConversationHead
        view={view}
        channel={channel}
        onClose={onClose}
        onResolveAndNext={onResolveAndNext}
      />
      <Thread view={view} />
      <ReplyForm view={view} channel={channel} />
    </article>
  )
}
