import type { ReactNode } from 'react'
import { cx } from '#web/ui/index.ts'

interface SectionProps {
  id: string
  title: string
  lead: ReactNode
  /** For work that wants more room than the lines of a form. */
  wide?: boolean
  children: ReactNode
}

/** One subject: its name and a sentence in the left column, its controls in the right one. */
export function Section({ id, title, lead, wide = false, children }: SectionProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className={cx(
        'grid scroll-mt-4 gap-x-12 gap-y-4 border-t border-rule py-6 first-of-type:border-ink md:py-8',
        wide
          ? 'md:grid-cols-[minmax(200px,280px)_minmax(0,640px)]'
          : 'md:grid-cols-[minmax(200px,280px)_minmax(0,560px)]',
      )}
    >
      <div>
        <h2 id={`${id}-title`} tabIndex={-1} className="title-serif text-xl outline-none">
          {title}
        </h2>
        <p className="mt-1 text-sm text-ink-2">{lead}</p>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}
