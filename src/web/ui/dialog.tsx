import { lazy, Suspense } from 'react'
import type { DialogWindowProps } from './dialog-window.tsx'

export interface DialogProps extends DialogWindowProps {
  open: boolean
}

const DialogWindow = lazy(() => import('./dialog-window.tsx'))

/**
 * A question or a piece of work that takes the whole attention. Fills the screen of a phone.
 * Its machinery is fetched apart from the screens, while the first one is being read.
 */
export function Dialog({ open, ...window }: DialogProps) {
  if (!open) return null
  return (
    <Suspense>
      <DialogWindow {...window} />
    </Suspense>
  )
}
