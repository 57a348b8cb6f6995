import { Trans } from '@lingui/react/macro'
import type { LookView } from '#domain/channels/doctor/api.ts'
import { Button } from '#web/ui/index.ts'
import { Looks } from './looks.tsx'

interface ConnectionCheckProps {
  looks: readonly LookView[]
  onClose: () => void
}

/** What a check of one account found, under it. */
export function ConnectionCheck({ looks, onClose }: ConnectionCheckProps) {
  return (
    <div className="mt-3 border-l-2 border-rule-strong pl-4">
      <Looks looks={looks} />
      <Button size="sm" kind="quiet" className="mt-2 -ml-2" onClick={onClose}>
        <Trans>Close</Trans>
      </Button>
    </div>
  )
}
