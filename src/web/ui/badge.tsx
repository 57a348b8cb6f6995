import type { ReactNode } from 'react'

/** A small count beside a name. */
export function Badge({ children }: { children: ReactNode }) {
  return (
    <span className="inline-grid h-4 min-w-4 place-items-center rounded-sm bg-ink px-1 text-2xs leading-none font-semibold text-paper">
      {children}
    </span>
  )
}
