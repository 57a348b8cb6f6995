import type { ReactNode } from 'react'
import { cx } from './cx.ts'

const KINDS = {
  plain: 'bg-accent-soft',
  wait: 'bg-wait-soft',
  bad: 'bg-bad-soft',
} as const

interface BannerProps {
  kind?: keyof typeof KINDS
  children: ReactNode
  action?: ReactNode
  label?: string
}

/** A sentence that concerns the whole screen, across its top. */
export function Banner({ kind = 'plain', children, action, label }: BannerProps) {
  return (
    <section
      aria-label={label}
      className={cx(
        'flex items-center gap-x-4 border-b border-rule py-1 pr-1 pl-4 text-sm md:py-1.5 md:pr-4 md:pl-6',
        KINDS[kind],
      )}
    >
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </section>
  )
}
