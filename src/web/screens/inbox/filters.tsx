import { useLingui } from '@lingui/react/macro'
import type { ChannelView } from '#domain/channels/api.ts'
import { Segmented, Select } from '#web/ui/index.ts'
import type { Asked } from './queries.ts'

interface FiltersProps {
  state: Asked['state']
  setState: (state: Asked['state']) => void
  kind: string
  setKind: (kind: string) => void
  channelId: string
  setChannel: (id: string) => void
  channels: ChannelView[]
}

/** What the list shows; the address holds it, so that it can be sent to a colleague. */
export function Filters({
  state,
  setState,
  kind,
  setKind,
  channelId,
  setChannel,
  channels,
}: FiltersProps) {
  const { t } = useLingui()
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-rule px-4 py-3">
      <Segmented
        label={t`State`}
        value={state}
        onValue={(value) => setState(value as Asked['state'])}
        options={[
          { value: 'open', label: t({ message: 'Open', context: 'conversations' }) },
          { value: 'resolved', label: t({ message: 'Resolved', context: 'conversations' }) },
          { value: 'all', label: t({ message: 'All', context: 'conversations' }) },
        ]}
      />
      <Select
        aria-label={t`Kind`}
        className="min-w-40 flex-1"
        value={kind}
        onValue={setKind}
        options={[
          { value: '', label: t`All kinds` },
          { value: 'comment', label: t`Comments` },
          { value: 'mention', label: t`Mentions` },
          { value: 'message', label: t`Private messages` },
        ]}
      />
      {channels.length > 1 && (
        <Select
          aria-label={t`Account`}
          className="min-w-40 flex-1"
          value={channelId}
          onValue={setChannel}
          options={[
            { value: '', label: t`All accounts` },
            ...channels.map(({ id, handle, networkName }) => ({
              value: id,
              label: `${handle} · ${networkName}`,
            })),
          ]}
        />
      )}
    </div>
  )
}
