import { Trans } from '@lingui/react/macro'
import type { ChannelView } from '#domain/channels/api.ts'
import { useFormat } from '#web/ui/index.ts'

/** Why a post can only be read: it also leaves by accounts that are not this person's to write for. */
export function NotYours({ channels }: { channels: readonly ChannelView[] }) {
  const f = useFormat()
  const names = f.list(channels.map(({ handle }) => handle))
  return (
    <p role="status" className="mb-3 border-l-2 border-wait pl-3 text-sm text-ink-2">
      <Trans>
        It goes out from {names}, which you may not write for: you can read it but not change it.
        Ask an owner or a manager of the company.
      </Trans>
    </p>
  )
}
