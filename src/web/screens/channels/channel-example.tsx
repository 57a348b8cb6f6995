import { Trans } from '@lingui/react/macro'
import { Avatar, Mark } from '#web/ui/index.ts'

/** What a connected account will look like; shown greyed while there is none. */
export function ChannelExample() {
  return (
    <div className="flex items-start gap-3">
      <Avatar name="Atelier Morel" size={40} />
      <div>
        <p className="font-semibold">Atelier Morel</p>
        <p className="text-ink-2">@atelier-morel</p>
        <p className="mt-1 flex items-center gap-2 text-sm text-ink-2">
          <Mark status="approved" />
          <Trans>Works. Last heard 3 minutes ago.</Trans>
        </p>
      </div>
    </div>
  )
}
