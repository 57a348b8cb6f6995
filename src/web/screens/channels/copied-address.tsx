import { useLingui } from '@lingui/react/macro'
import { Copy } from 'lucide-react'
import { useRef } from 'react'
import { IconButton, useToast } from '#web/ui/index.ts'

/** An address of this desk within a sentence, one press away from the clipboard. */
export function CopiedAddress({ address }: { address: string }) {
  const { t } = useLingui()
  const toast = useToast()
  const code = useRef<HTMLElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      toast({ text: t`Address copied.` })
    } catch {
      // Over plain http the clipboard is closed to pages; the selection is one gesture away from copied.
      if (code.current) getSelection()?.selectAllChildren(code.current)
      toast({ text: t`Selected: copy it with your keyboard.` })
    }
  }
  return (
    <span className="inline-flex max-w-full items-center gap-1 align-middle">
      <code ref={code} className="min-w-0 rounded-sm bg-sunken px-1.5 py-0.5 text-sm break-all">
        {address}
      </code>
      <IconButton icon={Copy} size="sm" label={t`Copy ${address}`} onClick={() => void copy()} />
    </span>
  )
}
