import { lazy, Suspense } from 'react'
import type { SheetPanelProps } from './sheet-panel.tsx'

interface SheetProps extends SheetPanelProps {
  open: boolean
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
