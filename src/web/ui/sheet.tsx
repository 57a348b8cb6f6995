import { lazy, type ReactNode, Suspense } from 'react'

export interface SheetProps {
  open: boolean
  onClose: () => void
  title: ReactNode
  width?: 320 | 400 | 560
  footer?: ReactNode
  children: ReactNode
}

const SheetPanel = lazy(() => import('./sheet-panel.tsx'))

/** A side panel above the page, on the right; the whole screen of a phone. */
export function Sheet({ open, ...panel }: SheetProps) {
  if (!open) return null
  return (
    <Suspense>
      <SheetPanel {...panel} />
    </Suspense>
  )
}
