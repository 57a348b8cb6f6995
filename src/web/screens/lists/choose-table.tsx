import { Trans, useLingui } from '@lingui/react/macro'
import { FileUp } from 'lucide-react'
import { useId, useState } from 'react'
import { Button, TextAreaField } from '#web/ui/index.ts'

/** A file, or lines that are pasted. */
export function ChooseTable({ onText }: { onText: (text: string) => void }) {
  const { t } = useLingui()
  const id = useId()
  const [pasted, paste] = useState('')
  const take = async (file: File | undefined) => {
    if (file) onText(decoded(await file.arrayBuffer()))
  }
  return (
    <div className="space-y-4">
      <label
        htmlFor={id}
        className="flex min-h-20 cursor-pointer items-center justify-center gap-3 rounded-md border border-dashed border-rule-strong px-4 py-4 text-center hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
      >
        <FileUp size={20} strokeWidth={1.5} aria-hidden className="shrink-0 text-ink-2" />
        <span>
          <Trans context="people">Choose a file</Trans>
          <span className="block text-xs text-ink-3">
            <Trans>CSV with a column “e-mail”, and “name” if there is one</Trans>
          </span>
        </span>
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          className="sr-only"
          onChange={(event) => {
            void take(event.target.files?.[0])
            // The same file, corrected, may be chosen again.
            event.target.value = ''
          }}
        />
      </label>
      <TextAreaField
        label={t`Or paste addresses, one per line`}
        value={pasted}
        onValue={paste}
        rows={3}
        spellCheck={false}
      />
      <Button size="sm" disabled={pasted.trim() === ''} onClick={() => onText(pasted)}>
        <Trans>Check them</Trans>
      </Button>
    </div>
  )
}

/** UTF-8, or what spreadsheets on Windows still save. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
