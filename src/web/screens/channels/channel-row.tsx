import { Trans, useLingui } from '@lingui/react/macro'
import { Code, EllipsisVertical, ExternalLink, Pencil, RefreshCw, Unplug, Zap } from 'lucide-react'
import { useState } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { MisbehaviourView } from '#domain/practice/api.ts'
import { useCompany } from '#web/api/index.ts'
import { Avatar, Button, Confirm, IconButton, Menu, NetworkStamp, useToast } from '#web/ui/index.ts'
import { ChannelMeter } from '../meters/channel-meter.tsx'
import { ChannelHealth } from './channel-health.tsx'
import { useDisconnect, useExamine } from './channel-actions.ts'
import { ConnectionCheck } from './connection-check.tsx'
import { MisbehaveSheet } from './misbehave-sheet.tsx'
import { Misbehaving } from './misbehaving.tsx'

interface ChannelRowProps {
  channel: ChannelView
  /** What its network does wrong on purpose, for practice. */
  misbehaviour: MisbehaviourView | undefined
  onReconnect: () => void
  /** Opens what there is to do with an account that is on the company's own website. */
  onSite: (what: 'line' | 'change') => void
}

export function ChannelRow({ channel, misbehaviour, onReconnect, onSite }: ChannelRowProps) {
  const { t } = useLingui()
  const [leaving, leave] = useState(false)
  const [asking, ask] = useState(false)
  // Besides, a practice company has only what is put up by hand: nobody is asked anything there.
  const isPractice = useCompany().practice && !channel.handed && !channel.site
  const { handle, displayName, networkName, stamp } = channel
  const examine = useExamine(channel)
  const disconnect = useDisconnect(channel)
  const toast = useToast()
  return (
    <li className="border-b border-rule py-4">
      <div className="flex items-start gap-3">
        <Avatar name={displayName} src={channel.avatarUrl} size={40} />
        <div className="min-w-0 flex-1">
          <p className="flex items-center gap-2 font-semibold">
            <span className="truncate">{displayName}</span>
            <NetworkStamp {...{ stamp }} name={networkName} />
          </p>
          <p className="truncate text-ink-2">
            {handle === displayName ? networkName : `${handle} · ${networkName}`}
          </p>
          <ChannelHealth channel={channel} checking={examine.isPending} />
          {examine.data && <ConnectionCheck looks={examine.data} onClose={() => examine.reset()} />}
          {misbehaviour && <Misbehaving now={misbehaviour} />}
          <ChannelMeter channelId={channel.id} />
          {channel.state === 'broken' && (
            <Button kind="solid" className="mt-3" onClick={onReconnect}>
              <Trans>Reconnect</Trans>
            </Button>
          )}
        </div>
        <Menu
          label={t`Actions on ${handle}`}
          trigger={<IconButton label={t`Actions on ${handle}`} icon={EllipsisVertical} />}
          items={[
            ...(channel.handed
              ? []
              : [
                  {
                    label: t`Check the connection`,
                    icon: RefreshCw,
                    onSelect: () => examine.mutate(),
                  },
                ]),
            ...(channel.site
              ? [
                  { label: t`Put it on your website…`, icon: Code, onSelect: () => onSite('line') },
                  { label: t`Change it…`, icon: Pencil, onSelect: () => onSite('change') },
                ]
              : []),
            ...(channel.profileUrl && !channel.site
              ? [
                  {
                    label: t`See it on ${networkName}`,
                    icon: ExternalLink,
                    onSelect: () => void window.open(channel.profileUrl, '_blank', 'noopener'),
                  },
                ]
              : []),
            ...(isPractice
              ? [{ label: t`Make it misbehave…`, icon: Zap, onSelect: () => ask(true) }]
              : []),
            ...(channel.handed && !channel.profileUrl ? [] : ['rule' as const]),
            { label: t`Disconnect`, icon: Unplug, danger: true, onSelect: () => leave(true) },
          ]}
        />
      </div>
      {isPractice && <MisbehaveSheet channel={channel} open={asking} onClose={() => ask(false)} />}
      <Confirm
        open={leaving}
        onClose={() => leave(false)}
        title={t`Disconnect ${handle}?`}
        action={t`Disconnect the account`}
        danger
        onConfirm={async () => {
          await disconnect()
          toast({ text: t`${handle} is disconnected.` })
        }}
      >
        <p>
          <Trans>
            Nothing more is published through this account or read from it. What was published, said
            and counted stays here.
          </Trans>
        </p>
      </Confirm>
    </li>
  )
}
