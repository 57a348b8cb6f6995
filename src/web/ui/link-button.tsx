import { Link, type LinkProps } from '@tanstack/react-router'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonLook, type ButtonKind, type ButtonSize } from './button-look.ts'
import { cx } from './cx.ts'

interface LinkButtonProps extends Pick<LinkProps, 'to' | 'params' | 'search' | 'hash' | 'replace'> {
  kind?: ButtonKind
  size?: ButtonSize
  icon?: LucideIcon
  className?: string
  children: ReactNode
}

/** Goes somewhere, and looks like a button. */
export function LinkButton({
  kind = 'line',
  size = 'md',
  icon: Icon,
  className,
  children,
  ...link
}: LinkButtonProps) {
  return (
    <Link {...link} className={cx(buttonLook(kind, size), className)}>
      {Icon && <Icon size={16} strokeWidth={1.5} aria-hidden />}
      {children}
    </Link>
  )
}
