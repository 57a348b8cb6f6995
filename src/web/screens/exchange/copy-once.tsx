import { Trans, useLingui } from '@lingui/react/macro'
import { Copy } from 'lucide-react'
import { useRef } from 'react'
import { Button, Field, TextInput, useToast } from '#web/ui/index.ts'

/** An address that is shown this once. */
export function CopyOnce({ url, onDone }: { url: string; onDone: () => void }) {
  const { t } = useLingui()
  const toast = useToast()
  const input = useRef<HTMLInputElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url)
      toast({ text: t`Address copied: subscribe to it in your calendar program.` })
    } catch {
      input.current?.select()
    }
  }
  return (
    <div className="space-y-3 border-l-2 border-accent pl-4">
      <Field label={t`Copy this address now`} hint={t`It is shown this once only.`}>
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
      <Button size="sm" onClick={onDone}>
        <Trans>It is copied</Trans>
      </Button>
    </div>
  )
}
