import { Trans } from '@lingui/react/macro'
import type { ChannelView } from '#domain/channels/api.ts'
import type { CheckView } from '#domain/publishing/api.ts'
import { NetworkStamp } from '#web/ui/index.ts'
import { TaggedAddress } from '../campaigns/tagged-address.tsx'

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
        <Trans>Where links will lead</Trans>
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
            <TaggedAddress target={target} kept={keptOf(address, target)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How much of an address stays as it was written. */
function keptOf(address: string, target: string): number {
  const page = address.split('#')[0] ?? address
  return target.startsWith(page) ? page.length : 0
}
