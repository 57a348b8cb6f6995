import { Plural } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ChannelView } from '#domain/channels/api.ts'
import { useChannels } from '../api/channels.ts'
import { Mark } from '../ui/mark.tsx'

/** Accounts the networks no longer accept: seen from every screen, since nothing leaves through them. */
export function useBrokenChannels(): ChannelView[] {
  return useChannels(broken).data ?? []
}

const broken = (all: ChannelView[]) => all.filter(({ state }) => state === 'broken')

export function BrokenChannels() {
  const count = useBrokenChannels().length
  if (count === 0) return null
  return (
    <Link
      to="/channels"
      className="flex items-baseline gap-2.5 rounded-md px-2.5 py-1.5 text-sm text-ink hover:bg-paper"
    >
      <span aria-hidden className="translate-y-px">
        <Mark status="failed" />
      </span>
      <span>
        <Plural value={count} one="# account to reconnect" other="# accounts to reconnect" />
      </span>
    </Link>
  )
}
