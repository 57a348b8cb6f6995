import type { ReactNode } from 'react'

/** Marginalia: advice, checks, comments beside the work, never above it. */
export function MarginColumn({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside aria-label={label} className="w-full shrink-0 space-y-4 text-sm text-ink-2 lg:w-75">
      {children}
    </aside>
  )
}

/** The work and its margin; the margin goes below on small screens. */
export function WithMargin({ margin, children }: { margin: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-x-10 gap-y-8 lg:flex-row lg:items-start">
      <div className="min-w-0 flex-1">{children}</div>
      {margin}
    </div>
  )
}
