import { Trans, useLingui } from '@lingui/react/macro'
import { Button, CopyField } from '#web/ui/index.ts'

/** An address that is shown this once. */
export function CopyOnce({ url, onDone }: { url: string; onDone: () => void }) {
  const { t } = useLingui()
  return (
    <div className="space-y-3 border-l-2 border-accent pl-4">
      <CopyField
        label={t`Copy this address now`}
        hint={t`It is shown only once.`}
        value={url}
        copied={t`Address copied: subscribe to it in your calendar app.`}
        selected={t`Address selected: copy it with your keyboard.`}
      />
      <Button size="sm" onClick={onDone}>
        <Trans>Copied</Trans>
      </Button>
    </div>
  )
}
