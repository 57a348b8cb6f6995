import type { ReactNode } from 'react'

interface SubjectProps {
  id: string
  title: string
  lead: ReactNode
  children: ReactNode
}

/** One subject: its name and a sentence in the left column, the work in the right one. */
export function Subject({ id, title, lead, children }: SubjectProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid scroll-mt-4 gap-x-12 gap-y-4 border-t border-rule py-6 first-of-type:border-ink md:grid-cols-[minmax(200px,280px)_minmax(0,640px)] md:py-8"
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
