import { Trans } from '@lingui/react/macro'
import type { ChannelView } from '#domain/channels/api.ts'
import type { CheckView } from '#domain/publishing/api.ts'
import { NetworkStamp } from '#web/ui/index.ts'

interface LinksLeavingProps {
  checked: CheckView['channels']
  channels: ReadonlyMap<string, ChannelView>
}

/** Where each link will lead, with what is added to it, before anything is scheduled. */
export function LinksLeaving({ checked, channels }: LinksLeavingProps) {
  const lines = checked.flatMap(({ channelId, links }) =>
    links.map((link) => ({ ...link, channel: channels.get(channelId) })),
  )
  if (lines.length === 0) return null
  return (
    <section className="md:col-span-2">
      <h3 className="mb-1 text-sm font-medium">
        <Trans>Where the links will lead</Trans>
      </h3>
      <ul className="space-y-1 text-sm">
        {lines.map(({ address, target, channel }) => (
          <li key={`${channel?.id} ${address}`} className="flex items-start gap-2">
            {channel && (
              <NetworkStamp
                stamp={channel.stamp}
                name={channel.networkName}
                className="mt-0.5 shrink-0"
              />
            )}
            <Target address={address} target={target} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The address, with what is added to it set apart. */
function Target({ address, target }: { address: string; target: string }) {
  const page = address.split('#')[0] ?? address
  const added = target.startsWith(page) ? target.slice(page.length) : ''
  return (
    <span className="min-w-0 break-all text-ink-2">
      {added ? target.slice(0, page.length) : target}
      {added && <strong className="font-medium text-ink">{added}</strong>}
    </span>
  )
}
