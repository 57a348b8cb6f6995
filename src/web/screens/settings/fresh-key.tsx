import { Trans, useLingui } from '@lingui/react/macro'
import { Copy } from 'lucide-react'
import { useRef } from 'react'
import { Button, Field, TextInput, useToast } from '#web/ui/index.ts'

/** The key itself; once this is closed nobody can read it again. */
export function FreshKey({ value, onClose }: { value: string; onClose: () => void }) {
  const { t } = useLingui()
  const toast = useToast()
  const input = useRef<HTMLInputElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      toast({ text: t`Key copied.` })
    } catch {
      // Over plain http the clipboard is closed to pages; the selection is one gesture away from copied.
      input.current?.select()
      toast({ text: t`Selected: copy it with your keyboard.` })
    }
  }
  return (
    <div className="space-y-5">
      <Field label={t`Key`}>
        {(aria) => (
          <div className="flex gap-2">
            <TextInput
              {...aria}
              ref={input}
              readOnly
              value={value}
              className="font-mono"
              onFocus={(event) => event.target.select()}
            />
            <Button icon={Copy} onClick={() => void copy()}>
              <Trans>Copy</Trans>
            </Button>
          </div>
        )}
      </Field>
      <p className="text-ink-2">
        <Trans>Each request carries it in this header:</Trans> <code>Authorization: Bearer …</code>
      </p>
      <Button onClick={onClose}>
        <Trans>I have copied it</Trans>
      </Button>
    </div>
  )
}
