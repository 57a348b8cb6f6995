import type { ReactNode } from 'react'

/** One matter in the margin, under its title. */
export function Note({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="border-t border-rule pt-3">
      <h2 className="mb-1.5 font-semibold text-ink">{title}</h2>
      {children}
    </section>
  )
}
