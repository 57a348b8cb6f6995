import { Trans, useLingui } from '@lingui/react/macro'
import { Copy } from 'lucide-react'
import { useRef } from 'react'
import { Button, Field, TextInput, useToast } from '#web/ui/index.ts'

/** The address to hand out, one press away from the clipboard. */
export function CopyAddress({ url }: { url: string }) {
  const { t } = useLingui()
  const toast = useToast()
  const input = useRef<HTMLInputElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url)
      toast({ text: t`Address copied.` })
    } catch {
      // Over plain http the clipboard is closed to pages; the selection is one gesture away from copied.
      input.current?.select()
      toast({ text: t`Selected: copy it with your keyboard.` })
    }
  }
  return (
    <Field label={t`Address to hand out`} className="max-w-xl">
      {(aria) => (
        <div className="flex gap-2">
          <TextInput
            {...aria}
            ref={input}
            readOnly
            value={url}
            className="font-mono"
            onFocus={(event) => event.target.select()}
          />
          <Button icon={Copy} onClick={() => void copy()}>
            <Trans>Copy</Trans>
          </Button>
        </div>
      )}
    </Field>
  )
}
