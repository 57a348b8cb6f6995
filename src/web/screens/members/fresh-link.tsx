import { Trans, useLingui } from '@lingui/react/macro'
import { Copy } from 'lucide-react'
import { useRef } from 'react'
import type { FreshInvitation } from '#domain/governance/api.ts'
import { Button, Field, TextInput, useToast } from '#web/ui/index.ts'

/** What became of the letter, and the link to give by hand; once this is closed nobody can read it again. */
export function FreshLink({ one, onClose }: { one: FreshInvitation; onClose: () => void }) {
  const { t } = useLingui()
  const toast = useToast()
  const input = useRef<HTMLInputElement>(null)
  const { email } = one
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(one.link)
      toast({ text: t`Link copied.` })
    } catch {
      // Over plain http the clipboard is closed to pages; the selection is one gesture away from copied.
      input.current?.select()
      toast({ text: t`Link selected: copy it with your keyboard.` })
    }
  }
  return (
    <div className="space-y-5">
      <p>
        {one.letter === 'sent' ? (
          <Trans>A letter is on its way to {email}. You may also give the link yourself:</Trans>
        ) : one.letter === 'no-server' ? (
          <Trans>This desk sends no e-mail: give {email} this link yourself.</Trans>
        ) : (
          <Trans>The letter to {email} could not be sent: give them this link yourself.</Trans>
        )}
      </p>
      <Field label={t`Link`} hint={t`For one person, for one use, valid for seven days.`}>
        {(aria) => (
          <div className="flex gap-2">
            <TextInput
              {...aria}
              ref={input}
              readOnly
              value={one.link}
              onFocus={(event) => event.target.select()}
            />
            <Button icon={Copy} onClick={() => void copy()}>
              <Trans>Copy</Trans>
            </Button>
          </div>
        )}
      </Field>
      <Button onClick={onClose}>
        <Trans>Done</Trans>
      </Button>
    </div>
  )
}
