import { Trans, useLingui } from '@lingui/react/macro'
import { Copy } from 'lucide-react'
import { useRef } from 'react'
import { Button, Field, TextInput, useToast } from '#web/ui/index.ts'

/** The signing secret; once this is closed nobody can read it again. */
export function FreshSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useLingui()
  const toast = useToast()
  const input = useRef<HTMLInputElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret)
      toast({ text: t`Secret copied.` })
    } catch {
      input.current?.select()
      toast({ text: t({ message: 'Selected: copy it with your keyboard.', context: 'secret' }) })
    }
  }
  return (
    <div className="space-y-5">
      <p className="text-ink-2">
        <Trans>
          With it the program checks that a message comes from this desk, by any library of{' '}
          <a
            href="https://www.standardwebhooks.com"
            target="_blank"
            rel="noreferrer"
            className="underline underline-offset-2"
          >
            Standard Webhooks
          </a>
          . It is shown this once only.
        </Trans>
      </p>
      <Field label={t`Signing secret`}>
        {(aria) => (
          <div className="flex gap-2">
            <TextInput
              {...aria}
              ref={input}
              readOnly
              value={secret}
              className="font-mono"
              onFocus={(event) => event.target.select()}
            />
            <Button icon={Copy} onClick={() => void copy()}>
              <Trans>Copy</Trans>
            </Button>
          </div>
        )}
      </Field>
      <Button onClick={onClose}>
        <Trans context="secret">I have copied it</Trans>
      </Button>
    </div>
  )
}
