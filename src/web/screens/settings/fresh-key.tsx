import { Trans, useLingui } from '@lingui/react/macro'
import { Button, CopyField } from '#web/ui/index.ts'

/** The key itself; once this is closed nobody can read it again. */
export function FreshKey({ value, onClose }: { value: string; onClose: () => void }) {
  const { t } = useLingui()
  return (
    <div className="space-y-5">
      <CopyField
        label={t`Key`}
        value={value}
        copied={t`Key copied.`}
        selected={t`Selected: copy it with your keyboard.`}
      />
      <p className="text-ink-2">
        <Trans>Each request carries it in this header:</Trans> <code>Authorization: Bearer …</code>
      </p>
      <Button onClick={onClose}>
        <Trans>I have copied it</Trans>
      </Button>
    </div>
  )
}
