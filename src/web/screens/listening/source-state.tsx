import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '#web/ui/index.ts'

interface StateProps {
  icon: LucideIcon
  className?: string
  children: ReactNode
}

/** A sign and a few words on how a source is doing. */
export function State({ icon: Icon, className, children }: StateProps) {
  return (
    <p className={cx('flex gap-1.5', className)}>
      <Icon size={14} strokeWidth={1.5} aria-hidden className="mt-0.5 shrink-0" />
      <span className="min-w-0">{children}</span>
    </p>
  )
}
