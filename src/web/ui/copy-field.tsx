import { Trans } from '@lingui/react/macro'
import { Copy } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { TextInput } from './inputs.tsx'
import { useToast } from './toast-store.ts'

interface CopyFieldProps {
  label: ReactNode
  hint?: ReactNode
  value: string
  /** Said when it is in the clipboard. */
  copied: string
  /** Said when it is only selected. */
  selected: string
  className?: string
}

/** Something to hand on, one press away from the clipboard. */
export function CopyField({ label, hint, value, copied, selected, className }: CopyFieldProps) {
  const toast = useToast()
  const input = useRef<HTMLInputElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      toast({ text: copied })
    } catch {
      // Over plain http the clipboard is closed to pages; the selection is one gesture away from copied.
      input.current?.select()
      toast({ text: selected })
    }
  }
  return (
    <Field {...{ label, hint, className }}>
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
  )
}
