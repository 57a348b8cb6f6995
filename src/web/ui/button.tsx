import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { buttonLook, type ButtonKind, type ButtonSize } from './button-look.ts'
import { cx } from './cx.ts'
import { Kbd } from './kbd.tsx'

export interface ButtonProps extends ComponentProps<'button'> {
  'data-autofocus'?: boolean
  kind?: ButtonKind
  size?: ButtonSize
  icon?: LucideIcon
  /** Shown at its end; does not bind the key. */
  shortcut?: string
  /** Work is under way: stays focusable, takes no second press. */
  busy?: boolean
}

export function Button({
  kind = 'line',
  size = 'md',
  icon: Icon,
  shortcut,
  busy = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={cx(buttonLook(kind, size), className)}
      {...rest}
    >
      {Icon && <Icon size={16} strokeWidth={1.5} aria-hidden className="shrink-0" />}
      {children}
      {shortcut && <Kbd keys={shortcut} plain />}
    </button>
  )
}
