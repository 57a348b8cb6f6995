import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { Dialog as D } from 'radix-ui'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { useGiveFocusBack } from './give-focus-back.ts'
import { IconButton } from './icon-button.tsx'
import { takeFocus } from './take-focus.ts'

const SIZES = {
  sm: 'md:w-[440px]',
  md: 'md:w-[600px]',
  lg: 'md:w-[840px]',
  full: 'md:w-[min(1160px,94vw)]',
} as const

export interface DialogWindowProps {
  onClose: () => void
  title: ReactNode
  hideTitle?: boolean
  description?: ReactNode
  size?: keyof typeof SIZES
  footer?: ReactNode
  children?: ReactNode
}

/** The open dialog; the focus returns where it was when it goes. */
export default function DialogWindow(props: DialogWindowProps) {
  const { onClose, title, hideTitle = false, description, size = 'md', footer, children } = props
  const { t } = useLingui()
  const giveFocusBack = useGiveFocusBack()
  const small = size === 'sm'
  return (
    <D.Root open onOpenChange={(next) => next || onClose()}>
      <D.Portal>
        <D.Overlay className="fixed inset-0 z-40 animate-appear bg-veil" />
        <D.Content
          onOpenAutoFocus={takeFocus}
          onCloseAutoFocus={giveFocusBack}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cx(
            'fixed z-40 flex animate-appear flex-col overflow-hidden bg-sheet shadow-float outline-none',
            small
              ? 'inset-x-3 top-[12vh] mx-auto max-h-[80vh] max-w-[440px] rounded-lg'
              : 'inset-0 md:inset-x-0 md:top-[6vh] md:bottom-auto md:mx-auto md:max-h-[88vh] md:rounded-lg',
            SIZES[size],
          )}
        >
          <header
            className={cx(
              'flex items-start gap-4 px-5 pt-4 pb-2 md:px-6 md:pt-5',
              hideTitle && 'sr-only',
            )}
          >
            <D.Title className="title-serif flex-1 text-xl">{title}</D.Title>
            {!hideTitle && (
              <IconButton label={t`Close`} icon={X} onClick={onClose} className="-mt-1 -mr-2" />
            )}
          </header>
          {description && (
            <D.Description className="px-5 pb-2 text-ink-2 md:px-6">{description}</D.Description>
          )}
          <div
            className={cx(
              'relative min-h-0 flex-1 overflow-auto',
              hideTitle ? '' : 'px-5 pt-1 pb-5 md:px-6',
            )}
          >
            {children}
          </div>
          {footer && (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-rule px-5 py-3 md:px-6">
              {footer}
            </footer>
          )}
        </D.Content>
      </D.Portal>
    </D.Root>
  )
}
