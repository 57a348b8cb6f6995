import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Button, useFormat } from '#web/ui/index.ts'

/** Words found on this machine that the desk did not have. */
export function Restored({ at, discard }: { at: number; discard: () => void }) {
  const f = useFormat()
  const [isSeen, see] = useState(false)
  if (isSeen) return null
  const when = f.relative(new Date(at))
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 border-l-2 border-accent bg-accent-soft py-1 pr-1 pl-3 text-sm">
      <p role="status" className="min-w-0 flex-1">
        <Trans>Unsaved changes were restored ({when}).</Trans>
      </p>
      <Button kind="quiet" size="sm" onClick={() => see(true)}>
        <Trans>Keep it</Trans>
      </Button>
      <Button
        kind="quiet"
        size="sm"
        onClick={() => {
          see(true)
          discard()
        }}
      >
        <Trans>Discard it</Trans>
      </Button>
    </div>
  )
}
