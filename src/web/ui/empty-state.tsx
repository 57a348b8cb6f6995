import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  title: ReactNode
  /** What will appear here, and when. */
  children: ReactNode
  /** One real example of it, drawn greyed. */
  example?: ReactNode
  /** The one thing to do. */
  action?: ReactNode
}

/** Says what will appear, shows one example, offers one action; never a drawing alone. */
export function EmptyState({ title, children, example, action }: EmptyStateProps) {
  return (
    <section className="mx-auto max-w-xl py-10 md:py-16">
      <h2 className="title-serif text-2xl">{title}</h2>
      <div className="mt-2 max-w-prose text-lg text-ink-2">{children}</div>
      {action && <div className="mt-5">{action}</div>}
      {example && (
        <div className="mt-10" aria-hidden>
          <p className="mb-2 text-xs text-ink-3">
            <Trans>For example</Trans>
          </p>
          <div inert className="border-y border-rule py-3 opacity-55 grayscale select-none">
            {example}
          </div>
        </div>
      )}
    </section>
  )
}
