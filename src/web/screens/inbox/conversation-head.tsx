import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowLeft, Ban, Check, RotateCcw } from 'lucide-react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { ConversationView } from '#domain/inbox/api.ts'
import { useMembers } from '#web/api/index.ts'
import { Avatar, Button, IconButton, Select, useFormat, useToast } from '#web/ui/index.ts'
import { useChange } from './queries.ts'

interface HeadProps {
  view: ConversationView
  channel: ChannelView | undefined
  onClose: () => void
  onResolveAndNext: () => void
}

export function ConversationHead({ view, channel, onClose, onResolveAndNext }: HeadProps) {
  const { t } = useLingui()
  const toast = useToast()
  const change = useChange()
  const resolve = () => {
    onResolveAndNext()
    toast({ text: t`Resolved`, undo: () => change.mutate({ id: view.id, state: 'open' }) })
  }
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-rule px-4 py-3 md:px-6">
      <span className="md:hidden">
        <IconButton label={t`Back to the list`} icon={ArrowLeft} onClick={onClose} />
      </span>
      <Avatar name={view.contact.name} src={view.contact.avatarUrl} size={40} />
      <div className="min-w-0 flex-1">
        <h2 className="title-serif truncate text-xl">{view.contact.name}</h2>
        <p className="truncate text-xs text-ink-2">
          <Who view={view} channel={channel} />
        </p>
      </div>
      <Assignee view={view} />
      <span className="max-md:order-last">
        <Block view={view} />
      </span>
      {view.state === 'open' ? (
        <Button kind="line" icon={Check} shortcut="E" onClick={resolve}>
          <Trans>Resolve</Trans>
        </Button>
      ) : (
        <Button
          kind="line"
          icon={RotateCcw}
          onClick={() => change.mutate({ id: view.id, state: 'open' })}
        >
          <Trans>Reopen</Trans>
        </Button>
      )}
    </header>
  )
}

function Who({ view, channel }: Pick<HeadProps, 'view' | 'channel'>) {
  const { t } = useLingui()
  const f = useFormat()
  const { handle, profileUrl, followers } = view.contact
  const parts = [
    channel && t`to ${channel.handle} on ${channel.networkName}`,
    followers !== null && t`${f.compact(followers)} followers`,
  ].filter(Boolean)
  return (
    <>
      {profileUrl ? (
        <a href={profileUrl} target="_blank" rel="noreferrer" className="hover:underline">
          {handle}
        </a>
      ) : (
        handle
      )}
      {parts.map((part) => (
        <span key={String(part)}> · {part}</span>
      ))}
    </>
  )
}

/** Where visitors can be blocked: takes the word from this one, or gives it back. */
function Block({ view: { id, blocked } }: Pick<HeadProps, 'view'>) {
  const { t } = useLingui()
  const toast = useToast()
  const change = useChange()
  if (blocked === null) return null
  if (blocked) {
    return (
      <Button kind="line" onClick={() => change.mutate({ id, blocked: false })}>
        <Trans>Unblock this visitor</Trans>
      </Button>
    )
  }
  const block = () =>
    change.mutate(
      { id, blocked: true },
      {
        onSuccess: () =>
          toast({
            text: t`Blocked: this visitor can no longer write here.`,
            undo: () => change.mutate({ id, blocked: false }),
          }),
      },
    )
  return <IconButton label={t`Block this visitor`} icon={Ban} onClick={block} />
}

/** Who looks after it; with a single member there is nobody to choose. */
function Assignee({ view }: Pick<HeadProps, 'view'>) {
  const { t } = useLingui()
  const members = useMembers()
  const change = useChange()
  if ((members.data?.length ?? 0) < 2) return null
  return (
    <Select
      aria-label={t`Assigned to`}
      className="w-44 max-md:order-last max-md:w-full"
      value={view.assignedTo?.userId ?? ''}
      onValue={(userId) => change.mutate({ id: view.id, assignedTo: userId || null })}
      options={[
        { value: '', label: t`Nobody assigned` },
        ...(members.data ?? []).map(({ userId, name }) => ({ value: userId, label: name })),
      ]}
    />
  )
}
