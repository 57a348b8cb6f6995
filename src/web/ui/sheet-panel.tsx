import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { Dialog as D } from 'radix-ui'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { useGiveFocusBack } from './give-focus-back.ts'
import { IconButton } from './icon-button.tsx'
import { takeFocus } from './take-focus.ts'

const WIDTHS = { 320: 'md:w-80', 400: 'md:w-100', 560: 'md:w-140' } as const

export interface SheetPanelProps {
  onClose: () => void
  title: ReactNode
  width?: keyof typeof WIDTHS
  footer?: ReactNode
  children: ReactNode
}

/** The open panel; the focus returns where it was when it goes. */
export default function SheetPanel(props: SheetPanelProps) {
  const { onClose, title, width = 400, footer, children } = props
  const { t } = useLingui()
  const giveFocusBack = useGiveFocusBack()
  return (
    <D.Root open onOpenChange={(next) => next || onClose()}>
      <D.Portal>
        <D.Overlay className="fixed inset-0 z-40 animate-appear bg-veil" />
        <D.Content
          aria-describedby={undefined}
          onOpenAutoFocus={takeFocus}
          onCloseAutoFocus={giveFocusBack}
          className={cx(
            'fixed inset-y-0 right-0 z-40 flex w-full animate-slide-in flex-col bg-sheet shadow-float outline-none',
            WIDTHS[width],
          )}
        >
          <header className="flex items-start gap-4 border-b border-rule px-5 py-4">
            <D.Title className="title-serif flex-1 text-xl">{title}</D.Title>
            <IconButton label={t`Close`} icon={X} onClick={onClose} className="-my-1 -mr-2" />
          </header>
          <div className="relative min-h-0 flex-1 overflow-auto p-5">{children}</div>
          {footer && (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-rule px-5 py-3">
              {footer}
            </footer>
          )}
        </D.Content>
      </D.Portal>
    </D.Root>
  )
}
