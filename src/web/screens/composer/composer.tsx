import { Trans, useLingui } from '@lingui/react/macro'
import { useLayoutEffect, useState } from 'react'
import { useShortcuts } from '#web/shell/index.ts'
import { useToast } from '#web/ui/index.ts'
import { ComposerFooter } from './composer-footer.tsx'
import { ComposerHead } from './composer-head.tsx'
import { ComposerMargin } from './composer-margin.tsx'
import { isBlank } from './draft.ts'
import { type ComposerOptions, useComposer, type Work } from './use-composer.ts'
import { useFileDrop } from '../library/use-file-drop.ts'
import { WritingPane } from './writing-pane.tsx'

interface ComposerProps extends ComposerOptions {
  /** Tells the dialog what to do when it is left. */
  onLeave: (run: () => void) => void
}

/** A post: its words on the left, when it leaves below them, and in the margin what to know. */
export function Composer({ onLeave, ...options }: ComposerProps) {
  const { t } = useLingui()
  const work = useComposer(options)
  const { status, isLocked, isChanged, draft, steps } = work
  const drop = useFileDrop(work.uploads.add, !isLocked)
  const [seenAt] = useState(() => new Date())
  const leave = useLeaving(options.close, work)
  useLayoutEffect(() => onLeave(leave))
  useShortcuts([
    {
      keys: '$mod+Enter',
      label: t`Schedule or save`,
      run: () => {
        if (isLocked || isBlank(draft)) return
        if (status === 'partly-published') void steps.save()
        else if (status === 'draft' || isChanged) void steps.schedule()
      },
    },
  ])
  return (
    <div
      {...drop.props}
      className="relative max-md:flex max-md:min-h-full max-md:flex-col md:grid md:h-[88vh] md:grid-cols-[minmax(0,1fr)_340px] md:grid-rows-[auto_minmax(0,1fr)_auto] lg:grid-cols-[minmax(0,1fr)_360px]"
    >
      <ComposerHead status={status} kept={work.kept} auto={work.auto} close={leave} />
      <WritingPane work={work} />
      <ComposerMargin work={work} now={seenAt} />
      <div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-2 border-t border-rule bg-sheet px-5 py-3 empty:hidden md:static md:col-start-1 md:row-start-3 md:px-6">
        <ComposerFooter work={work} />
      </div>
      {drop.isOver && (
        <p className="pointer-events-none absolute inset-2 z-20 grid place-items-center rounded-lg border-2 border-dashed border-accent bg-sheet/90 font-serif text-xl">
          <Trans>Drop the pictures here</Trans>
        </p>
      )}
    </div>
  )
}

/** Left by Escape or the cross: what is written is told to the desk on the way out, and stays here if it cannot. */
function useLeaving(close: () => void, { keeper, auto }: Work): () => void {
  const { t } = useLingui()
  const toast = useToast()
  return () => {
    close()
    if (!auto) return
    keeper.flush().catch(() => {
      toast({ text: t`Kept on this device: not yet saved to Vigie.` })
    })
  }
}
