import { useLingui } from '@lingui/react/macro'
import { CopyField } from '#web/ui/index.ts'

/** The address to hand out, one press away from the clipboard. */
export function CopyAddress({ url }: { url: string }) {
  const { t } = useLingui()
  return (
    <CopyField
      className="max-w-xl"
      label={t`Address to hand out`}
      value={url}
      copied={t`Address copied.`}
      selected={t`Selected: copy it with your keyboard.`}
    />
  )
}
