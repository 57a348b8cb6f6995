import { useLingui } from '@lingui/react/macro'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useChannels } from '#web/api/index.ts'
import { useUrlState, useShortcuts } from '#web/shell/index.ts'
import { cx, Page } from '#web/ui/index.ts'
import { ConversationList } from './conversation-list.tsx'
import { ConversationPane } from './conversation-pane.tsx'
import { Filters } from './filters.tsx'
import { NobodyYet } from './nobody-yet.tsx'
import { type Asked, useChange, useConversations } from './queries.ts'

/** List on the left, the conversation beside it; on a phone, one or the other. */
export default function InboxScreen() {
  const { t } = useLingui()
  const { conversationId } = useParams({ strict: false }) as { conversationId?: string }
  const [state, setState] = useUrlState<Asked['state']>('state', 'open')
  const [kind, setKind] = useUrlState('kind', '')
  const [channelId, setChannel] = useUrlState('channel', '')
  const asked: Asked = { state, ...(kind ? { kind } : {}), ...(channelId ? { channelId } : {}) }
  const conversations = useConversations(asked)
  const channels = useChannels()
  const items = conversations.data?.pages.flatMap((page) => page.items) ?? []
  const change = useChange()
  const go = useGo()

  const at = items.findIndex(({ id }) => id === conversationId)
  const step = (by: number) => {
    const next = items[at < 0 ? 0 : Math.min(Math.max(at + by, 0), items.length - 1)]
    if (next) go(next.id)
  }
  const resolveAndNext = () => {
    const here = items[at]
    if (!here) return
    change.mutate({ id: here.id, state: 'resolved' })
    const next = items[at + 1] ?? items[at - 1]
    go(next?.id)
  }
  useShortcuts([
    { keys: 'j', label: t`Next conversation`, run: () => step(1) },
    { keys: 'k', label: t`Previous conversation`, run: () => step(-1) },
    { keys: 'e', label: t`Resolve and go to next`, run: resolveAndNext },
    { keys: 'u', label: t`Back to the list`, run: () => go(undefined) },
  ])

  const empty =
    conversations.isSuccess && items.length === 0 && state === 'open' && !kind && !channelId
  return (
    <Page title={t`Inbox`} flush>
      <div className="grid min-h-0 flex-1 md:grid-cols-[320px_minmax(0,1fr)] lg:grid-cols-[360px_minmax(0,1fr)]">
        <section
          aria-label={t`Conversations`}
          className={cx(
            'flex min-h-0 min-w-0 flex-col border-rule md:border-r',
            conversationId && 'max-md:hidden',
          )}
        >
          <Filters
            {...{ state, setState, kind, setKind, channelId, setChannel }}
            channels={channels.data ?? []}
          />
          <ConversationList
            query={conversations}
            items={items}
            channels={channels.data ?? []}
            current={conversationId}
          />
        </section>
        <section
          className={cx('flex min-h-0 min-w-0 flex-col', !conversationId && 'max-md:hidden')}
        >
          {conversationId ? (
            <ConversationPane
              key={conversationId}
              id={conversationId}
              channels={channels.data ?? []}
              onClose={() => go(undefined)}
              onResolveAndNext={resolveAndNext}
            />
          ) : (
            <NobodyYet empty={empty} connected={(channels.data?.length ?? 0) > 0} />
          )}
        </section>
      </div>
    </Page>
  )
}

/** Moves between conversations and keeps the filters of the address. */
function useGo() {
  const navigate = useNavigate()
  return (id: string | undefined) =>
    void navigate({
      to: id ? '/inbox/$conversationId' : '/inbox',
      params: { conversationId: id },
      search: (before: object) => before,
    })
}
