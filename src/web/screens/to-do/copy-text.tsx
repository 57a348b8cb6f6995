import { Trans, useLingui } from '@lingui/react/macro'
import { Copy, Share2 } from 'lucide-react'
import { useRef } from 'react'
import { Button, useToast } from '#web/ui/index.ts'

/** The words, whole, and the press that takes them along. */
export function CopyText({ text }: { text: string }) {
  const { t } = useLingui()
  const toast = useToast()
  const words = useRef<HTMLParagraphElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      toast({ text: t`Text copied.` })
    } catch {
      // Over plain http the clipboard is closed to pages; the selection is one gesture away from copied.
      if (words.current) getSelection()?.selectAllChildren(words.current)
      toast({ text: t`Text selected: copy it.` })
    }
  }
  return (
    <section aria-label={t`Text`}>
      <p
        ref={words}
        className="border-l-2 border-rule-strong bg-sunken px-4 py-3 text-lg whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        {text}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button icon={Copy} onClick={() => void copy()}>
          <Trans>Copy the text</Trans>
        </Button>
        {canShare({ text }) && (
          <Button
            icon={Share2}
            kind="quiet"
            onClick={() => void navigator.share({ text }).catch(() => {})}
          >
            <Trans>Share the text</Trans>
          </Button>
        )}
      </div>
    </section>
  )
}

/** Phones hand things to other apps; most desks do not. */
export const canShare = (data: ShareData): boolean =>
  typeof navigator.share === 'function' && (navigator.canShare?.(data) ?? false)
